// The list on the real page, told by messages and used with the mouse.

import { describe, expect, test } from '@jest/globals';
import { LOW_CONTRAST } from './contrast.ts';
import { call, callCard, cards, HERE, list, NOW, panic, row, setup } from './screens.ts';
import type { Request } from './stage.ts';
import { useStage } from './use-stage.ts';

const { stage, texts, acts } = useStage();

const detail = {
  call: call(),
  priority: { level: 'high', label: 'P1' },
  isMine: false,
  isRouted: true,
  response: { state: 'none' },
  actions: ['respond', 'route'],
  note: { state: 'none' },
} as const;

describe('the list', () => {
  test('shows the calls, their facts, and what lies beyond', async () => {
    const rows = [
      row(501, { isMine: true, isRouted: true, openedAt: NOW - 17 * 60_000 }),
      row(300, { stage: '911', isEmergency: false, title: '', code: '', units: 0, place: '', openedAt: NOW }),
    ];
    await stage().send(setup(), HERE, list({ rows, before: 2, after: 5 }));
    const [first = '', second = ''] = await texts('.row');
    for (const text of [
      'P2',
      '#501',
      '10-50',
      'Traffic accident',
      '7210 Strawberry Ave',
      'Attached',
      '17 min',
      '500 m',
    ]) {
      expect(first).toContain(text);
    }
    for (const text of ['#300', 'Civil call', 'Place unknown', 'now']) expect(second).toContain(text);
    expect(await texts('.beyond')).toEqual(['2 before', '5 more']);
    expect(await texts('.filters button')).toEqual(['All9', 'Mine1', '9113', 'My service6']);
    expect(await texts('.own-unit')).toEqual(['1A-7Available']);
  });

  test('moves its selection with messages', async () => {
    await stage().send(setup(), list());
    await stage().send(list({ selected: 'dispatch:503' }));
    expect(await stage().ui.locator('.row[aria-current="true"]').getAttribute('data-key')).toBe(
      'dispatch:503',
    );
    expect(await texts('.list > .hints .hint')).toEqual(['↑Up', '↓Down', 'EnterOpen', 'BkspBack']);
  });

  test('keeps the selected row in sight where not all have room', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => row(index));
    for (const selected of ['dispatch:29', 'dispatch:0', 'dispatch:15']) {
      await stage().send(setup({}, { scale: 1.6 }), list({ rows, selected }));
      const [outer, inner] = await Promise.all(
        ['.rows', '[aria-current="true"]'].map((part) => stage().ui.locator(part).boundingBox()),
      );
      expect(inner?.y).toBeGreaterThanOrEqual((outer?.y ?? 0) - 1);
      expect((inner?.y ?? 0) + (inner?.height ?? 0)).toBeLessThanOrEqual(
        (outer?.y ?? 0) + (outer?.height ?? 0) + 1,
      );
    }
  });

  test('opens a call up, newest note first, and closes', async () => {
    await stage().send(setup(), HERE, list({ detail }));
    const shown = await stage().ui.locator('.detail').textContent();
    for (const text of ['Nora Fields', '300 m', '17 min', 'En route', 'End route'])
      expect(shown).toContain(text);
    expect((await texts('.note')).map((note) => note.slice(0, 5))).toEqual(['16:05', '16:03']);
    await stage().send({ type: 'list', list: null, now: NOW });
    expect(await stage().ui.locator('.list').count()).toBe(0);
  });

  test('pushes the cards aside', async () => {
    await stage().send(setup(), cards(callCard()), list());
    const box = await stage().ui.locator('.card').boundingBox();
    const panel = await stage().ui.locator('.list').boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThan(panel?.x ?? 0);
  });

  test('lets the mouse through when the player drives', async () => {
    await stage().send(setup(), list());
    const target = await stage().ui.evaluate(
      `document.elementFromPoint(innerWidth - 100, document.querySelector('.row').getBoundingClientRect().y + 5)?.tagName`,
    );
    expect(target).toBe('BODY');
  });

  test('says when there is nothing', async () => {
    await stage().send(setup(), list({ rows: [], selected: null }));
    expect(await texts('.list > .empty')).toEqual(['No calls']);
  });

  test('can be read', async () => {
    await stage().send(setup(), HERE, list({ hasCursor: true }));
    expect(await stage().ui.evaluate(LOW_CONTRAST)).toEqual([]);
    await stage().send(list({ detail: { ...detail, response: { state: 'failed', reason: 'no' } } }));
    expect(await stage().ui.evaluate(LOW_CONTRAST)).toEqual([]);
  });
});

describe('with the mouse', () => {
  test('calls, filters and the way out are clicked', async () => {
    await stage().send(setup(), list({ hasCursor: true }));
    await stage().ui.getByRole('tab', { name: '911' }).click();
    await stage().ui.locator('[data-key="dispatch:502"]').click();
    await stage().ui.getByRole('button', { name: 'Close' }).click();
    await stage().ui.locator('body').press('Escape');
    expect(await acts()).toEqual([
      { action: 'filter', key: '911' },
      { action: 'open', key: 'dispatch:502' },
      { action: 'close-list' },
      { action: 'close-list' },
    ]);
  });

  test('an open call is answered and left', async () => {
    await stage().send(setup({ keys: {} }), list({ hasCursor: true, detail }));
    await stage().ui.getByRole('button', { name: 'Respond' }).click();
    await stage().ui.getByRole('button', { name: 'Back' }).click();
    expect(await acts()).toEqual([{ action: 'respond', key: 'dispatch:501' }, { action: 'back' }]);
  });

  test('cards and panics around the list can be acted on', async () => {
    await stage().send(
      setup(),
      cards(callCard({ id: 'x', actions: ['dismiss'] })),
      list({ hasCursor: true, rows: [] }),
    );
    await stage().send({ type: 'panics', panics: [panic()] });
    await stage().ui.locator('.card').getByRole('button', { name: 'Dismiss' }).click();
    await stage().ui.locator('.panic').getByRole('button', { name: 'Route' }).click();
    await stage().ui.locator('.panic').getByRole('button', { name: 'Dismiss' }).click();
    expect(await acts()).toEqual([
      { action: 'dismiss', key: 'x' },
      { action: 'route-panic', key: '12' },
      { action: 'dismiss-panic', key: '12' },
    ]);
  });
});

describe('notes', () => {
  const field = () => stage().ui.getByRole('textbox', { name: 'Write a note' });
  const posted = async () =>
    (await stage().requests()).flatMap((request: Request) =>
      request.name === 'note' || request.name === 'typing' ? [request.body] : [],
    );
  const open = (note: NonNullable<typeof detail.note | { state: 'pending' | 'done' }>) =>
    stage().send(list({ hasCursor: true, detail: { ...detail, note } }));

  test('are written, sent with Enter, and gone from the field when they have arrived', async () => {
    await stage().send(setup());
    await open({ state: 'none' });
    await field().click();
    await stage().page.keyboard.type(' <b>two</b> suspects ');
    await stage().page.keyboard.press('Enter');
    await open({ state: 'pending' });
    await stage().page.keyboard.press('Enter');
    await stage().page.keyboard.type('more');
    expect(await texts('.note-form .response')).toEqual(['Sending…']);
    expect(await field().inputValue()).toBe(' <b>two</b> suspects ');
    await open({ state: 'done' });
    expect([await field().inputValue(), await texts('.note-form .response')]).toEqual([
      '',
      ['Sent to dispatch'],
    ]);
    await field().blur();
    expect(await posted()).toEqual([
      { isTyping: true },
      { key: 'dispatch:501', text: '<b>two</b> suspects' },
      { isTyping: false },
    ]);
  });

  test('that failed stay in the field, with the reason as text', async () => {
    await stage().send(setup());
    await open({ state: 'none' });
    await field().fill('two suspects');
    await stage().ui.getByRole('button', { name: 'Send' }).click();
    const reason = '<img src=x onerror=alert(1)> ~r~no';
    await stage().send(list({ hasCursor: true, detail: { ...detail, note: { state: 'failed', reason } } }));
    expect(await texts('.note-form .response')).toEqual([`Not done: ${reason}`]);
    expect(await stage().ui.locator('.list img').count()).toBe(0);
    expect(await field().inputValue()).toBe('two suspects');
    expect(await stage().ui.evaluate(LOW_CONTRAST)).toEqual([]);
  });

  test('keep what was typed while the call changes, and are left with Escape', async () => {
    await stage().send(setup());
    await open({ state: 'none' });
    await field().click();
    await stage().page.keyboard.type('two ');
    await stage().send(
      list({ hasCursor: true, detail: { ...detail, call: call({ description: 'Something else' }) } }),
    );
    await stage().page.keyboard.type('suspects');
    expect(await field().inputValue()).toBe('two suspects');
    await stage().page.keyboard.press('Escape');
    expect(await posted()).toEqual([{ isTyping: true }, { isTyping: false }]);
    expect(await acts()).toEqual([]);
    await stage().page.keyboard.press('Escape');
    expect(await acts()).toEqual([{ action: 'close-list' }]);
  });

  test('begun on one call are not those of another, and a list that goes gives the keys back', async () => {
    await stage().send(setup());
    await open({ state: 'none' });
    await field().fill('two suspects');
    const other = { ...detail, call: call({ key: 'dispatch:502', dispatchId: 502 }) };
    await stage().send(list({ hasCursor: true, detail: other }));
    expect(await field().inputValue()).toBe('');
    await field().click();
    await stage().send({ type: 'list', list: null, now: NOW });
    expect((await posted()).at(-1)).toEqual({ isTyping: false });
  });

  test('have no field without the mouse, nor where the CAD takes none', async () => {
    await stage().send(setup(), list({ detail }));
    expect(await field().count()).toBe(0);
    await stage().send(list({ hasCursor: true, detail: { ...detail, note: null } }));
    expect(await field().count()).toBe(0);
  });
});
