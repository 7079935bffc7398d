// The menu of statuses and the settings on the real page, used with keys and with the mouse.

import { describe, expect, test } from '@jest/globals';
import type { ScreenSetup } from '../../shared/screen.ts';
import { LOW_CONTRAST } from './contrast.ts';
import { callCard, cards, list, PLAYER, setup } from './screens.ts';
import type { Request } from './stage.ts';
import { useStage } from './use-stage.ts';

const { stage, texts, acts } = useStage();

describe('the menu of statuses', () => {
  const hostile = '<b>~r~On scene^1';
  const menu = {
    statuses: ['Unavailable', 'Busy', 'Available', hostile].map((label, index) => ({ index, label })),
    selected: 1,
  };

  test('is opened on the own unit, and a status is chosen in it', async () => {
    await stage().send(setup(), list({ hasCursor: true }));
    await stage().ui.getByRole('button', { name: '1A-7' }).click();
    await stage().send(list({ hasCursor: true, menu }));
    expect(await texts('.status-choice')).toEqual(['Unavailable', 'Busy', 'Available', hostile]);
    expect(await stage().ui.getByRole('option', { selected: true }).textContent()).toBe('Busy');
    expect(await stage().ui.evaluate(LOW_CONTRAST)).toEqual([]);
    await stage().ui.getByRole('option', { name: hostile }).click();
    await stage().send(list({ hasCursor: true, status: { state: 'pending' } }));
    expect([await texts('.statuses'), await texts('.list > .response')]).toEqual([[], ['Sending…']]);
    expect(await acts()).toEqual([{ action: 'status' }, { action: 'set-status', key: '3' }]);
  });

  test('is used by keys, which it names, and keeps the selected status in sight', async () => {
    const statuses = Array.from({ length: 60 }, (_, index) => ({ index, label: `Status ${index}` }));
    await stage().send(setup(), list({ menu: { statuses, selected: 55 } }));
    expect(await texts('.list > .hints .hint')).toEqual(['↑Up', '↓Down', 'EnterSet', 'BkspBack']);
    const [outer, inner] = await Promise.all(
      ['.statuses', '.status-choice[aria-selected="true"]'].map((part) =>
        stage().ui.locator(part).boundingBox(),
      ),
    );
    expect(inner?.y).toBeGreaterThanOrEqual((outer?.y ?? 0) - 1);
    expect((inner?.y ?? 0) + (inner?.height ?? 0)).toBeLessThanOrEqual(
      (outer?.y ?? 0) + (outer?.height ?? 0) + 1,
    );
  });

  test('takes nothing from the mouse of the game while the player drives', async () => {
    await stage().send(setup(), list({ menu }));
    const target = await stage().ui.evaluate(
      `document.elementFromPoint(innerWidth - 100, document.querySelector('.status-choice').getBoundingClientRect().y + 5)?.tagName`,
    );
    expect(target).toBe('BODY');
  });
});

describe('settings', () => {
  const posted = async () =>
    (await stage().requests()).flatMap((request: Request) =>
      request.name === 'settings' ? [request.body] : [],
    );
  const open = (change: Partial<ScreenSetup> = {}) =>
    stage().send(setup(change), { type: 'panel', isOpen: true });
  const panel = () => stage().ui.getByRole('dialog', { name: 'Alert settings' });
  const cardBox = async () =>
    (await stage().ui.locator('.card').first().boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };

  test('are tried out at once, on samples when there is nothing else to see', async () => {
    await open();
    const before = await cardBox();
    await panel().getByRole('radio', { name: 'Bottom left' }).check();
    const after = await cardBox();
    expect(after.x).toBeLessThan(before.x);
    expect(after.y).toBeGreaterThan(before.y);
    expect(await posted()).toEqual([{ player: { ...PLAYER, anchor: 'bottom-left' }, isFinal: false }]);
  });

  test('change the size of everything but the panel', async () => {
    await open();
    const [before, panelBefore] = [await cardBox(), await panel().boundingBox()];
    await panel().getByRole('slider', { name: 'Size' }).fill('1.5');
    const [after, panelAfter] = [await cardBox(), await panel().boundingBox()];
    expect(after.width / before.width).toBeCloseTo(1.5, 1);
    expect(panelAfter?.width).toBeCloseTo(panelBefore?.width ?? 0, 0);
    expect(panelAfter?.x).toBeCloseTo(panelBefore?.x ?? 0, 0);
  });

  test('are kept when done', async () => {
    await open({ notifiers: ['ox_lib', 'builtin'] });
    await panel().getByRole('radio', { name: 'Compact' }).check();
    await panel().getByRole('slider', { name: 'Volume' }).fill('0.8');
    await panel().getByRole('switch', { name: 'Mute alerts' }).check();
    await panel().getByRole('switch', { name: 'Mute panic' }).check();
    await panel().getByRole('switch', { name: 'Less motion' }).check();
    await panel().getByRole('radio', { name: 'ox_lib' }).check();
    await panel().getByRole('button', { name: 'Done' }).click();
    const player = {
      ...PLAYER,
      density: 'compact',
      volume: 0.8,
      isMuted: true,
      isPanicMuted: true,
      reducedMotion: true,
      notifier: 'ox_lib',
    };
    expect((await posted()).at(-1)).toEqual({ player, isFinal: true });
    expect(await acts()).toEqual([{ action: 'close-panel' }]);
    expect(await panel().count()).toBe(0);
  });

  test.each([
    ['the button', () => panel().getByRole('button', { name: 'Cancel' }).click()],
    ['Escape', () => stage().ui.locator('body').press('Escape')],
  ])('are as they were after %s', async (_, leave) => {
    await stage().send(setup(), cards(callCard()), { type: 'panel', isOpen: true });
    const before = await cardBox();
    await panel().getByRole('radio', { name: 'Left', exact: true }).check();
    // The client script sends back what it was told.
    await stage().send(setup({}, { anchor: 'left' }));
    await leave();
    expect((await posted()).at(-1)).toEqual({ player: PLAYER, isFinal: true });
    expect(await cardBox()).toEqual(before);
  });

  test('offer no notifier when the owner allows no choice', async () => {
    await open();
    expect(await panel().textContent()).not.toContain('Show alerts with');
  });

  test('can be reached with the keyboard and read', async () => {
    await open({ notifiers: ['ox_lib'] });
    await stage().page.keyboard.press('ArrowRight');
    expect((await posted()).length).toBe(1);
    expect(await stage().ui.evaluate(LOW_CONTRAST)).toEqual([]);
  });
});
