// Cards and panic banners on the real page: they come, change where they are, and go.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { callCard, cards, HERE, list, messageCard, panic, setup, unit } from './screens.ts';

import { useStage } from './use-stage.ts';

const { stage, texts, card } = useStage();

test('nothing is drawn before the page knows how', async () => {
  await stage().send(cards(callCard()));
  expect(await card().count()).toBe(0);
  await stage().send(setup());
  expect(await card().count()).toBe(1);
});

test('the page announces that it is ready, once', async () => {
  await stage().send(setup());
  expect(await stage().requests()).toEqual([{ name: 'ready', body: {} }]);
});

describe('a call', () => {
  test('says what, where, how far, who, and what can be done', async () => {
    await stage().send(setup(), HERE, cards(callCard({ isFocused: true, news: 'You are attached' })));
    const shown = (await card().textContent()) ?? '';
    const wanted = [
      'P1',
      '#501',
      '10-31',
      'Burglary in progress',
      '8112',
      '100 Sinner St / Atlee St',
      '300 m',
      'Two men breaking into a parked van',
      '1L-21',
      'En route',
      'You are attached',
    ];
    expect(wanted.filter((text) => !shown.includes(text))).toEqual([]);
    expect(shown).not.toContain('Nora Fields');
    expect((await texts('.hint')).map((hint) => hint.trim())).toEqual(['GRespond', 'JRoute', 'BackDismiss']);
  });

  test('changes where it is', async () => {
    await stage().send(setup(), cards(callCard(), messageCard()));
    await card().evaluate((node) => node.setAttribute('data-mark', 'same'));
    await stage().send(
      cards(
        callCard(
          { pulse: 1, isMine: true },
          { title: 'Armed burglary', units: [unit(1, '3C-3', 'On scene')] },
        ),
        messageCard(),
      ),
    );
    expect(await card().getAttribute('data-mark')).toBe('same');
    expect(await card().textContent()).toContain('Armed burglary');
    expect(await texts('.unit')).toEqual(['3C-3On scene']);
    expect(await card().textContent()).toContain('Attached');
  });

  test('keeps its place in the page when one comes before it', async () => {
    await stage().send(setup(), cards(callCard()));
    await card().evaluate((node) => node.setAttribute('data-mark', 'same'));
    await stage().send(
      cards(callCard({ id: 'dispatch:502' }, { key: 'dispatch:502', dispatchId: 502 }), callCard()),
    );
    expect(await texts('.number')).toEqual(['#502', '#501']);
    expect(await card().getAttribute('data-mark')).toBe('same');
  });

  test('that is over says so, offers nothing, and goes', async () => {
    await stage().send(setup(), cards(callCard({ isFocused: true, state: 'closed' })));
    expect(await card().locator('.tag').textContent()).toBe('Closed');
    expect(await texts('.hint')).toEqual([]);
    await stage().send(cards());
    expect(await card().count()).toBe(0);
  });

  test.each([
    ['pending', { state: 'pending' }, 'Sending…'],
    ['done', { state: 'done' }, 'Sent to dispatch'],
    ['failed', { state: 'failed', reason: 'your account is not linked' }, 'your account is not linked'],
  ] as const)('shows an answer that is %s', async (_, response, expected) => {
    await stage().send(setup(), cards(callCard({ response })));
    expect(await stage().ui.getByRole('status').textContent()).toContain(expected);
  });

  test('hints only at keys that the player has, and at what they do now', async () => {
    const keys = { respond: 'F6' };
    await stage().send(setup({ keys }), cards(callCard({ isFocused: true, isMine: true })));
    expect(await texts('.hint')).toEqual(['F6Leave call']);
  });

  test('distance follows the player', async () => {
    await stage().send(setup(), HERE, cards(callCard()));
    await stage().send({ type: 'here', x: 425, y: -2979, heading: 0 });
    expect(await texts('.distance')).toEqual(['2 km']);
    expect(await stage().ui.locator('.distance path').getAttribute('transform')).toBe('rotate(0 8 8)');
    await stage().send({ type: 'here', x: 425, y: -2979, heading: 90 });
    expect(await stage().ui.locator('.distance path').getAttribute('transform')).toBe('rotate(90 8 8)');
  });

  test('distance to an estimate is one', async () => {
    const position = { x: 425, y: -979, z: null, accuracy: 'postal' } as const;
    await stage().send(setup({ distances: 'imperial' }), HERE, cards(callCard({}, { position })));
    expect(await texts('.distance')).toEqual(['~0.2 mi']);
  });

  test.each([
    ['compact', { description: false, caller: false, notes: 0 }],
    ['normal', { description: true, caller: false, notes: 0 }],
    ['full', { description: true, caller: true, notes: 2 }],
  ] as const)('tells as much as %s has room for', async (density, expected) => {
    await stage().send(setup({}, { density }), cards(callCard()));
    expect({
      description: (await texts('.description')).length === 1,
      caller: (await card().textContent())?.includes('Nora Fields'),
      notes: (await texts('.note')).length,
    }).toEqual(expected);
  });
});

test('the time bar runs out by itself, and anew with every message', async () => {
  const share = () =>
    stage()
      .ui.locator('.time-bar')
      .evaluate((bar) => bar.getBoundingClientRect().width / (bar.parentElement?.clientWidth ?? 1));
  // Hours: while it is measured, next to nothing runs out.
  await stage().send(setup(), cards(callCard({ time: { left: 6_000_000, of: 12_000_000 } })));
  expect(await share()).toBeCloseTo(0.5, 1);
  await stage().send(cards(callCard({ time: { left: 12_000_000, of: 12_000_000 } })));
  expect(await share()).toBeGreaterThan(0.9);
  const end = await stage()
    .ui.locator('.time-bar')
    .evaluate((bar) => (bar as unknown as { style: { transform: string } }).style.transform);
  expect(end).toBe('scaleX(0)');
});

test.each(['de', 'en', 'es', 'fr', 'nl', 'pl', 'pt-br'])(
  'in "%s" the number that is called is the one of the server',
  async (language) => {
    const texts = JSON.parse(readFileSync(`locales/${language}.json`, 'utf8'));
    const report = callCard({}, { stage: '911', title: '', description: '', caller: '' });
    await stage().send(
      setup({ language, texts: { ...texts, 'number.emergency': '999' } }),
      HERE,
      cards(report),
    );
    const named = { title: texts['ui.call.emergency'], tag: texts['ui.tag.911'] };
    for (const [part, text] of Object.entries(named)) {
      const shown = await stage().ui.locator(`.card .${part}`).first().textContent();
      expect(shown).toBe(text.replace('{emergencyNumber}', '999'));
    }
    await stage().send(list());
    const filters = await stage().ui.locator('.filters').textContent();
    expect(filters).toContain(texts['ui.filter.911'].replace('{emergencyNumber}', '999'));
  },
);

test('messages of every kind are drawn alike', async () => {
  const signs = ['info', 'pager', 'station', 'status', 'tone', 'success', 'warning'] as const;
  await stage().send(setup(), cards(...signs.map((sign) => messageCard({ sign, id: sign }))));
  const shapes = await stage().ui.evaluate(`[...document.querySelectorAll('.card')].map((card) => {
    const [box, title] = [card, card.querySelector('.title')].map((one) => one.getBoundingClientRect());
    return [Math.round(box.width), Math.round(box.height), Math.round(title.x - box.x)].join();
  })`);
  expect(new Set(shapes as string[]).size).toBe(1);
});

test('cards that wait are counted', async () => {
  await stage().send(setup(), { type: 'cards', cards: [callCard()], more: 3 });
  expect(await texts('.more')).toEqual(['+3 more']);
});

describe('a panic', () => {
  const show = (...panics: ReturnType<typeof panic>[]) =>
    stage().send(setup(), HERE, { type: 'panics', panics });

  test('is an alert with who, where and how far', async () => {
    await show(panic({ actions: ['route'] }));
    const banner = await stage().ui.getByRole('alert').textContent();
    for (const text of ['PANIC', '1L-21 M. Ortega', 'Vespucci Blvd / Alta St', '170 m', 'J', 'Route']) {
      expect(banner).toContain(text);
    }
  });

  test('stays where it is while another one comes, and goes when it is over', async () => {
    await show(panic());
    await stage()
      .ui.locator('[data-panic="12"]')
      .evaluate((node) => node.setAttribute('data-mark', 'same'));
    await show(panic(), panic({ ident: 14, unit: '2A-12', place: '' }));
    expect(await stage().ui.locator('[data-panic="12"]').getAttribute('data-mark')).toBe('same');
    await show();
    expect(await stage().ui.locator('[data-panic]').count()).toBe(0);
  });

  test("that is the player's own says so", async () => {
    await show(panic({ isOwn: true }));
    expect(await stage().ui.getByRole('alert').textContent()).toContain('Your panic is on');
    expect(await texts('.panic .distance')).toEqual([]);
  });

  test('does not cover cards at the top, however many there are', async () => {
    await stage().send(setup({}, { anchor: 'top' }), cards(callCard()));
    await stage().send({ type: 'panics', panics: [1, 2, 3, 4, 5].map((ident) => panic({ ident })) });
    const banners = await stage().ui.locator('.panics').boundingBox();
    const box = await card().boundingBox();
    expect(await texts('.panics .more')).toEqual(['+2 in panic']);
    expect((banners?.y ?? 0) + (banners?.height ?? 0)).toBeLessThan(box?.y ?? 0);
  });
});
