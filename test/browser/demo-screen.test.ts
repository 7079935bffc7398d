// The screen of a player in the demo: the real NUI page, told by the built client script and heard by it.

import { beforeEach, describe, expect, test } from '@jest/globals';
import { type DemoPage, eventually, useDemo } from './demo-page.ts';

const IRIS = 1;
const TOM = 2;
const KEY = 'TEST-API-KEY-0000';

const demo = useDemo({ address: '' });
let view: DemoPage;
beforeEach(() => {
  view = demo();
});

const cards = () => view.nui.locator('.card').allInnerTexts();
const rows = () => view.nui.locator('.row').allInnerTexts();
/** The page has been told everything: before that it can open nothing. */
const pageIsThere = () => view.nui.locator('.column').waitFor({ state: 'attached' });
const playerAt = (player: number) => view.demo.server.client(player)?.ped().coords ?? [];

describe('the screen that is looked at first', () => {
  test('is that of the officer on duty, who gets a call as a card', async () => {
    await view.call911();
    await eventually(async () => expect(await cards()).toHaveLength(1));
    expect((await cards())[0]).toMatch(/#1001[\s\S]*Vinewood Blvd \/ Alta St/);
    expect(await view.posts(IRIS)).toEqual([]);
    await view.page.getByRole('radio', { name: 'Map' }).check();
    await view.page.getByRole('button', { name: 'Alerts are cards on the screen of Iris' }).click();
    expect(await cards()).toHaveLength(1);
  });

  test('of another player stays empty off duty; a page that nobody looked at leaves alerts to the feed', async () => {
    await view.chooseMap('Tom');
    await view.switchDuty(TOM);
    await eventually(async () => expect(await view.card(TOM).textContent()).toContain('On duty'));
    await view.lookAt('Nora');
    await view.page.getByText('Nora is off duty').waitFor();
    await view.call911();
    await view.lookAt('Iris');
    await eventually(async () => expect(await cards()).toHaveLength(1));
    await eventually(async () => expect(await view.posts(TOM)).toHaveLength(1));
    await view.lookAt('Nora');
    expect(await cards()).toEqual([]);

    await view.lookAt('Tom');
    await pageIsThere();
    await view.call911();
    await eventually(async () => expect((await cards()).join()).toContain('#1002'));
    expect(await view.posts(TOM)).toHaveLength(1);
  });
});

test('the console beside the screen follows its newest line', async () => {
  await view.page.locator('#keys button').first().waitFor();
  await view.call911();
  await eventually(async () => expect(await view.consoleText()).toContain('#1001'));
  const toEnd = view.page
    .locator('#console-lines')
    .evaluate(({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight);
  expect(await toEnd).toBeLessThan(2);
  expect(await view.page.locator('#console-end').isVisible()).toBe(false);
});

test('the console beside the screen has room to be read, and names the port that answers', async () => {
  await view.page.setViewportSize({ width: 1280, height: 800 });
  await view.page.locator('#keys button').first().waitFor();
  const room = await view.page.locator('#console-lines').evaluate(({ clientHeight }) => clientHeight);
  const line = await view.page
    .locator('.line')
    .last()
    .evaluate(({ clientHeight }) => clientHeight);
  expect(room / line).toBeGreaterThan(4);
  expect(await view.consoleText()).toContain(`${new URL(view.demo.gameUrl).port}/sonorancad/event`);
});

test('a call has one card from the 911 call to its end', async () => {
  const ofCall = async () => (await cards()).filter((card) => /#302|#501/.test(card));
  await view.stepTo(4);
  await eventually(async () => expect((await ofCall()).join('|')).toMatch(/^#302[^|]*Sinner St[^|]*$/));
  await view.stepTo(7);
  await eventually(async () => {
    expect(await ofCall()).toHaveLength(1);
    expect((await ofCall())[0]).toMatch(
      /#501[\s\S]*Attached[\s\S]*Burglary in progress[\s\S]*You are attached/,
    );
    // She is led there.
    expect(await view.page.locator('#minimap .route').count()).toBe(1);
  });
  await view.stepTo(11);
  await eventually(async () => expect((await ofCall())[0]).toMatch(/P2[\s\S]*Sinner St 40/));
  await view.stepTo(30);
  await eventually(async () => expect(await view.page.locator('#minimap .route').count()).toBe(0));
});

describe('keys', () => {
  beforeEach(async () => {
    for (let count = 1; count <= 3; count++) {
      await view.call911();
      await eventually(async () => expect(await cards()).toHaveLength(count));
    }
  });

  test('below the screen open the list, move in it, and open a call', async () => {
    await view.pressKey('F9');
    await eventually(async () => expect(await rows()).toHaveLength(3));
    const selected = view.nui.locator('.row[aria-current="true"] .number');
    await eventually(async () => expect(await selected.textContent()).toBe('#1003'));
    await view.pressKey('↓');
    await eventually(async () => expect(await selected.textContent()).toBe('#1002'));
    await view.pressKey('Enter');
    await eventually(async () =>
      expect(await view.nui.locator('.detail').textContent()).toMatch(/#1002[\s\S]*June Albrecht/),
    );
    await view.pressKey('F9');
    await eventually(async () => expect(await view.nui.locator('.list').count()).toBe(0));
  });

  test('of the keyboard count while the screen has the focus', async () => {
    const { page } = view;
    await page.keyboard.press('F9');
    await page.locator('#stage').focus();
    await page.keyboard.press('F9');
    await eventually(async () => expect(await rows()).toHaveLength(3));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await eventually(async () =>
      expect(await view.nui.locator('.detail .number').first().textContent()).toBe('#1002'),
    );
  });

  test('are named on the cards as the player has bound them, and take cards away', async () => {
    const focused = view.nui.locator('.card.focused');
    expect(await focused.textContent()).toMatch(/#1003[\s\S]*F10[\s\S]*Respond[\s\S]*J[\s\S]*Route/);
    await view.pressKey('PgDn');
    await eventually(async () => expect(await focused.textContent()).toContain('#1002'));
    await view.pressKey('Del');
    await eventually(async () => expect((await cards()).join()).not.toContain('#1002'));
  });

  test('lead to a call, and a click on the map goes there', async () => {
    await view.pressKey('J');
    await eventually(async () => expect(await view.page.locator('#minimap .route').count()).toBe(1));
    const [x, y] = playerAt(IRIS);
    await view.chooseMap('Iris');
    await view.page.locator('#map').click({ position: { x: 250, y: 250 } });
    await eventually(async () => expect(playerAt(IRIS).slice(0, 2)).not.toEqual([x, y]));
  });
});

describe('the chat', () => {
  test('runs commands of the player and shows what they say', async () => {
    await view.say('cad nonsense');
    await view.page.locator('#chat').getByText('There is no "nonsense".').waitFor();
    await view.lookAt('Nora');
    await view.say('/911 A man with <b>two</b> parrots');
    await view.lookAt('Iris');
    await eventually(async () => expect((await cards()).join()).toContain('A man with <b>two</b> parrots'));
  });

  test('opens the list with the mouse, which the page gives back', async () => {
    await view.call911();
    await eventually(async () => expect(await cards()).toHaveLength(1));
    await view.say('cad list');
    const frame = view.page.locator('#frames iframe.shown.has-cursor');
    await frame.waitFor();
    await view.nui.locator('.row').click();
    await eventually(async () => expect(await view.nui.locator('.detail').count()).toBe(1));
    await view.page.keyboard.press('Escape');
    await eventually(async () => expect(await frame.count()).toBe(0));
    expect(await view.nui.locator('.list').count()).toBe(0);
  });

  test('opens the settings, which outlast the resource', async () => {
    const column = view.nui.locator('.column').first();
    await pageIsThere();
    await view.say('cad settings');
    const corner = view.nui.getByRole('radio', { name: 'Bottom left' });
    // The panel may still be on its way to its place: a click then lands beside it.
    await eventually(async () => {
      await corner.click({ force: true });
      expect(await corner.isChecked()).toBe(true);
    });
    await view.nui.getByRole('button', { name: 'Done' }).click();
    await eventually(async () => expect(await column.getAttribute('data-anchor')).toBe('bottom-left'));
    await view.page.getByRole('button', { name: 'Stop', exact: true }).click();
    await eventually(async () => expect(await view.page.locator('#frames iframe').count()).toBe(0));
    await view.page.getByRole('button', { name: 'Start', exact: true }).click();
    await eventually(async () => expect(await column.getAttribute('data-anchor')).toBe('bottom-left'));
  });
});

test('what callers type is text on the screen', async () => {
  const hostile = '<img src=x onerror=alert(1)>~r~red^1';
  const call = { callId: 77, caller: hostile, location: hostile, description: hostile };
  await view.send({ key: KEY, type: 'EVENT_911', data: { call } });
  await eventually(async () => expect((await cards()).join()).toContain('<img src=x onerror=alert(1)>'));
  expect(await view.nui.locator('.card img').count()).toBe(0);
});

test('the page goes with the resource and comes back with it, with the calls that are still open', async () => {
  await view.call911();
  await eventually(async () => expect(await cards()).toHaveLength(1));
  await view.page.getByRole('button', { name: 'Stop', exact: true }).click();
  await view.page.getByText('The resource does not run: there is no page.').waitFor();
  expect(await view.page.locator('#frames iframe').count()).toBe(0);
  await view.page.getByRole('button', { name: 'Start', exact: true }).click();
  await pageIsThere();
  await view.pressKey('F9');
  await eventually(async () => expect(await rows()).toHaveLength(1));
  expect(await cards()).toEqual([]);
});
