// The story that the recorded events tell, as it is played on the demo's page.

import { describe, expect, test } from '@jest/globals';
import { eventually, useDemo } from './demo-page.ts';

const IRIS = 1;
const TOM = 2;
const MARA = 3;
const NORA = 7;
const STEPS = 32;
const NOBODY = 'Nobody is logged in to the CAD.';

describe('played by itself', () => {
  const demo = useDemo({ paceMs: 20 });

  test('ends with nothing left behind, everything answered, and everyone told what concerns them', async () => {
    const { page, card, units, posts, blips, chooseMap, storyReaches } = demo();
    await page.getByRole('button', { name: 'Play story' }).click();
    await storyReaches(STEPS);
    await page.getByText('No call is open.').waitFor();

    await eventually(async () => {
      expect(Object.keys(await units())).toEqual(['DISP-1', 'E-61']);
      expect(await card(IRIS).locator('.why summary').textContent()).toBe('On duty because of ace');
      expect(await card(TOM).locator('.why summary').textContent()).toBe('On duty because of cad');
      expect((await posts(TOM)).join()).toContain('Call closed');
    });
    for (const name of ['Iris', 'Tom', 'Mara', 'Nora']) {
      await chooseMap(name);
      expect(await blips()).toEqual([]);
    }
    const told = { iris: await posts(IRIS), tom: await posts(TOM), mara: await posts(MARA) };
    expect(told.iris.join()).toMatch(/detached[\s\S]*PANIC[\s\S]*attached[\s\S]*Nora Fields/);
    expect(told.tom.join()).toMatch(/Pager[\s\S]*Fire Station 7[\s\S]*PANIC/);
    expect(told.mara.join()).toMatch(/PANIC[\s\S]*Nora Fields/);
    expect(told.mara.join()).not.toMatch(/attached|Pager|Tone/);
    // She called: what becomes of that is all she hears.
    const nora = await posts(NORA);
    expect(nora.join()).toMatch(/closed[\s\S]*2-ADAM-14/);
    expect(nora.filter((post) => !post.startsWith('Your call'))).toEqual([]);

    const answers = await page.locator('#story-steps .status').allTextContents();
    expect(answers).toEqual(Array(STEPS).fill('200'));
    expect(await page.getByRole('button', { name: 'Next step' }).isDisabled()).toBe(true);
  });

  test('can be played again, and is the same', async () => {
    const { page, posts, storyReaches } = demo();
    await page.getByRole('button', { name: 'Play story' }).click();
    await storyReaches(STEPS);
    const heads = async () => (await posts(TOM)).map((post) => post.replace(/\d\d:\d\d:\d\d/, ''));
    await eventually(async () => expect((await heads()).join()).toContain('Call closed'));
    const first = await heads();

    await page.getByRole('button', { name: 'Play again' }).click();
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    await storyReaches(STEPS);
    await eventually(async () => expect(await heads()).toEqual(first));
  });
});

describe('step by step', () => {
  /** So slow that only the first step comes by itself. */
  const demo = useDemo({ paceMs: 3_600_000 });

  test('each step says what happens and what was answered', async () => {
    const { page, stepTo } = demo();
    await stepTo(1);
    expect(await page.locator('#story-title').textContent()).toContain('Mara logs in as dispatcher');
    expect(await page.locator('#story-reply').textContent()).toMatch(/200ok\d+ ms/);
    await stepTo(4);
    const current = page.locator('#story-steps [aria-current="step"]');
    expect(await current.allTextContents()).toEqual(['Nora calls 911200']);
    expect(await page.getByRole('progressbar').getAttribute('value')).toBe('4');
  });

  test('can be paused and continued', async () => {
    const { page, storyReaches } = demo();
    await page.getByRole('button', { name: 'Play story' }).click();
    await storyReaches(1);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await storyReaches(2);
    await page.getByRole('button', { name: 'Pause' }).waitFor();
  });

  test('starts over with everything as it was', async () => {
    const { page, card, posts, blips, calls, switchDuty, stepTo } = demo();
    await switchDuty(NORA);
    await stepTo(5);
    await eventually(async () => {
      expect(await posts(NORA)).toHaveLength(1);
      expect(await blips()).toHaveLength(1);
      expect(await calls()).toHaveLength(1);
    });
    await page.getByRole('button', { name: 'Start over' }).click();
    await page.getByText(NOBODY).waitFor();
    await eventually(async () => {
      for (const player of [IRIS, TOM, MARA, NORA]) expect(await posts(player)).toEqual([]);
      expect(await blips()).toEqual([]);
      expect(await card(IRIS).textContent()).toContain('On duty because of ace');
      expect(await card(NORA).textContent()).toContain('Off duty');
    });
    await stepTo(4);
    await eventually(async () => expect((await calls()).join()).toContain('#302'));
  });

  test('waits at a step that was refused and sends it again', async () => {
    const { page, units, stepTo } = demo();
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await page.getByText('Resource stopped').waitFor();
    await stepTo(1);
    const reply = page.locator('#story-reply');
    expect(await reply.textContent()).toContain('404');
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByText('Resource running').waitFor();
    await page.getByRole('button', { name: 'Next step' }).click();
    await reply.getByText('200').waitFor();
    await eventually(async () => expect(Object.keys(await units())).toEqual(['DISP-1']));
    expect(await page.locator('#story-title').textContent()).toContain(`1/${STEPS}`);
  });

  test('is the same on every page that is open', async () => {
    const { page, stepTo } = demo();
    await stepTo(2);
    const second = await page.context().browser()?.newPage();
    if (!second) throw new Error('The browser is gone.');
    await second.goto(page.url());
    await second.getByText(/^2\/\d+/).waitFor();
    await second.getByRole('button', { name: 'Next step' }).click();
    await page.getByText(/^3\/\d+/).waitFor();
    await second.close();
  });
});
