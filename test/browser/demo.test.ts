// The demo as a newcomer uses it: the real page in a browser, the built bundles behind it.

import { beforeEach, describe, expect, test } from '@jest/globals';
import { startDemo } from '../../simulator/demo/main.ts';
import { ANY_PORT, type DemoPage, eventually, useDemo } from './demo-page.ts';

const IRIS = 1;
const TOM = 2;
const NORA = 7;
const KEY = 'TEST-API-KEY-0000';

const demo = useDemo();
let view: DemoPage;
beforeEach(() => {
  view = demo();
});

describe('a 911 call', () => {
  test('reaches the officer on duty and nobody else', async () => {
    await view.call911();
    await eventually(async () => {
      expect(await view.posts(IRIS)).toHaveLength(1);
      expect(await view.blips()).toHaveLength(1);
      expect(await view.consoleText()).toContain('1 player told');
    });
    expect(await view.posts(TOM)).toEqual([]);
    expect(await view.posts(NORA)).toEqual([]);
    expect(await view.card(NORA).textContent()).toContain('That is right: Nora is not on duty');
    for (const name of ['Tom', 'Nora']) {
      await view.chooseMap(name);
      expect(await view.blips()).toEqual([]);
    }
  });

  test('is another one with each press', async () => {
    for (let i = 0; i < 3; i++) await view.call911();
    await eventually(async () => {
      expect(new Set(await view.posts(IRIS)).size).toBe(3);
      expect(new Set(await view.blips()).size).toBe(3);
    });
  });

  test('leaves the map when it is removed, the newest first', async () => {
    await view.call911();
    await eventually(async () => expect(await view.blips()).toHaveLength(1));
    const first = await view.blips();
    await view.call911();
    await eventually(async () => expect(await view.blips()).toHaveLength(2));
    await view.remove911();
    await eventually(async () => expect(await view.blips()).toEqual(first));
    await view.remove911();
    await eventually(async () => expect(await view.blips()).toEqual([]));
    expect(await view.page.locator('#remove').isDisabled()).toBe(true);
  });

  test('is still there after a restart of the resource, without a second alert', async () => {
    await view.call911();
    await eventually(async () => expect(await view.blips()).toHaveLength(1));
    const before = await view.blips();
    await view.page.getByRole('button', { name: 'Restart resource' }).click();
    await eventually(async () =>
      expect(await view.consoleText()).toMatch(/waits for events[\s\S]*waits for events/),
    );
    await eventually(async () => expect(await view.blips()).toEqual(before));
    expect((await view.posts(IRIS)).length).toBeLessThanOrEqual(1);
  });
});

describe('duty', () => {
  test('brings the open calls, and takes them away again', async () => {
    await view.call911();
    await eventually(async () => expect(await view.blips()).toHaveLength(1));
    const calls = await view.blips();
    await view.chooseMap('Tom');
    await view.switchDuty(TOM);
    await eventually(async () => {
      expect(await view.blips()).toEqual(calls);
      expect(await view.card(TOM).textContent()).toContain('On duty');
    });
    await view.switchDuty(TOM);
    await eventually(async () => {
      expect(await view.blips()).toEqual([]);
      expect(await view.card(TOM).textContent()).toContain('Off duty');
    });
  });

  test("everyone's map tells whose blip is whose", async () => {
    await view.switchDuty(TOM);
    await eventually(async () => expect(await view.card(TOM).textContent()).toContain('On duty'));
    await view.call911();
    await view.chooseMap('All');
    await eventually(async () => {
      const names = await view.blips();
      expect(names.map((name) => name.split(':')[0]).sort()).toEqual(['Iris', 'Tom']);
    });
  });
});

test('hostile text is text everywhere', async () => {
  const hostile = '<img src=x onerror=alert(1)>~r~red^1';
  const call = { callId: 77, caller: hostile, location: hostile, description: hostile };
  const metaData = { x: '100', y: '200', z: '30' };
  expect(await view.send({ key: KEY, type: 'EVENT_911', data: { call: { ...call, metaData } } })).toContain(
    '200',
  );
  await eventually(async () => {
    expect((await view.posts(IRIS)).join()).toContain('img src=x onerror=alert(1)');
    expect((await view.blips()).join()).toContain('img src=x onerror=alert(1)');
    expect(await view.consoleText()).toContain('<img src=x onerror=alert(1)>');
  });
  expect(await view.page.locator('img[src="x"]').count()).toBe(0);
  const colours = await view
    .card(IRIS)
    .locator('.post span[style]')
    .evaluateAll((spans) =>
      spans.map((span) => (span as unknown as { style: { color: string } }).style.color),
    );
  expect(new Set(colours).size).toBeLessThanOrEqual(1);
});

describe('the CAD panel', () => {
  test('shows what the server answers', async () => {
    const event = { key: 'WRONG-KEY', type: 'EVENT_911', data: {} };
    expect(await view.send(event)).toMatch(/400[\s\S]*Authentication Key Failed![\s\S]*\d+ ms/);
    expect(await view.send('{"type":')).toMatch(/400[\s\S]*Invalid Payload/);
    expect(await view.page.locator('#editor-check').textContent()).toBe('Not JSON, line 1, column 9');
  });

  test('sends recorded events', async () => {
    await view.openTab('Story');
    await view.page.getByRole('button', { name: 'Nora calls 911' }).click();
    await eventually(async () => expect((await view.posts(IRIS)).join()).toContain('Sinner St / Atlee St'));
    await view.openTab('More events');
    await view.page.getByRole('button', { name: 'Wrong key' }).click();
    await view.page.getByRole('button', { name: 'Wrong key 400' }).waitFor();
  });

  test('has tabs that follow the arrow keys', async () => {
    const { page } = view;
    await view.openTab('Desk');
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('textbox', { name: 'Event' }).waitFor();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('button', { name: 'Log DISP-1 in' }).waitFor();
    expect(await page.getByRole('tab', { selected: true }).allTextContents()).toEqual(['Desk']);
  });
});

describe('the console', () => {
  test('runs commands', async () => {
    await view.command('sonorancad status');
    await eventually(async () =>
      expect(await view.consoleText()).toMatch(/Calls: 0 open\. .*Players: 4 online/),
    );
  });

  test('stops and starts the resource', async () => {
    await view.page.getByRole('button', { name: 'Stop', exact: true }).click();
    await view.page.getByText('Resource stopped').waitFor();
    await view.page.getByRole('button', { name: 'Start', exact: true }).click();
    await view.page.getByText('Resource running').waitFor();
    await view.call911();
    await eventually(async () => expect(await view.posts(IRIS)).toHaveLength(1));
  });
});

test('the page says when the demo is gone, and comes back with it', async () => {
  await view.call911();
  await eventually(async () => expect(await view.posts(IRIS)).toHaveLength(1));
  await view.demo.close();
  await view.page.getByRole('alert').filter({ hasText: 'npm start' }).waitFor();

  const port = Number(new URL(view.demo.url).port);
  const next = await startDemo({ root: process.cwd(), page: { port, isExact: true }, game: ANY_PORT });
  try {
    await eventually(async () => {
      expect(await view.posts(IRIS)).toEqual([]);
      expect(await view.page.getByRole('alert').isVisible()).toBe(false);
      expect(await view.page.locator('.player').count()).toBe(4);
    });
  } finally {
    await next.close();
    view.troubles.length = 0;
  }
});
