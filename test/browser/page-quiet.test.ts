// What the page does when nothing is to be seen: sounds as asked, no work otherwise, and its way to the game.

import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { eventually } from './demo-page.ts';
import { launchBrowser } from './launch.ts';
import { callCard, cards, HERE, list, messageCard, NOW, panic, setup } from './screens.ts';
import { openStage, type Stage, type StageOptions, servePage } from './stage.ts';

let browser: Browser;
let stage: Stage;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function open(options: StageOptions = {}): Promise<void> {
  stage = await openStage(browser, options);
}
afterEach(async () => {
  const { troubles, loaded } = stage;
  await stage.close();
  expect({ troubles, loaded }).toEqual({ troubles: [], loaded: [] });
});

/** Notes what the page plays, in place of the browser's own sounds. */
const FAKE_SOUNDS = `
  window.played = [];
  window.Audio = class extends EventTarget {
    constructor(url) { super(); this.url = url; this.volume = 1; window.audio = this; }
    play() { window.played.push(this.url + ' at ' + this.volume); return Promise.resolve(); }
    pause() { window.played.push('pause'); }
  };
  const Real = window.AudioContext;
  window.AudioContext = class extends Real {
    constructor() { super(); window.played.push('alarm'); }
    close() { window.played.push('alarm ends'); return super.close(); }
  };`;

describe('sounds', () => {
  const played = () => stage.ui.evaluate('window.played') as Promise<string[]>;
  const tone = (name: string) =>
    ({
      type: 'sound',
      sound: 'tone',
      url: `https://t.example/${name}.ogg`,
      volume: 0.25,
      seconds: 9,
    }) as const;

  test('tones wait for each other, and silence ends them', async () => {
    await open({ initScript: FAKE_SOUNDS });
    await stage.send(setup(), tone('a'), tone('a'), tone('b'));
    expect(await played()).toEqual(['https://t.example/a.ogg at 0.25']);
    await stage.ui.evaluate(`window.audio.dispatchEvent(new Event('ended'))`);
    expect((await played()).at(-1)).toBe('https://t.example/b.ogg at 0.25');
    await stage.send({ type: 'silence' });
    expect((await played()).at(-1)).toBe('pause');
  });

  test('what is not from a secure address is never asked for', async () => {
    await open({ initScript: FAKE_SOUNDS });
    await stage.send({ ...tone('a'), url: 'http://t.example/a.ogg' });
    expect(await played()).toEqual([]);
  });

  test('the page may load what was spoken into the CAD, which comes as data', async () => {
    await open({
      initScript: `
        window.heard = [];
        const Real = window.Audio;
        window.Audio = function (url) {
          const audio = new Real(url);
          for (const name of ['loadeddata', 'error']) audio.addEventListener(name, () => window.heard.push(name));
          return audio;
        };`,
    });
    const samples = Buffer.alloc(800, 128);
    const wave = Buffer.concat([
      Buffer.from('524946464403000057415645666d7420100000000100010040', 'hex'),
      Buffer.from('1f0000401f00000100080064617461', 'hex'),
      Buffer.from('20030000', 'hex'),
      samples,
    ]);
    await stage.send({ ...tone('a'), url: `data:audio/wav;base64,${wave.toString('base64')}` });
    await eventually(async () => expect(await stage.ui.evaluate('window.heard')).toEqual(['loadeddata']));
  });

  test('several panics make one alarm, which silence ends', async () => {
    await open({ initScript: FAKE_SOUNDS });
    const alarm = { type: 'sound', sound: 'panic', volume: 0.1 } as const;
    await stage.send(alarm, alarm, alarm);
    expect(await played()).toEqual(['alarm']);
    await stage.send({ type: 'silence' });
    expect(await played()).toEqual(['alarm', 'alarm ends']);
  });

  test('the alarm leaves nothing running', async () => {
    await open({ initScript: FAKE_SOUNDS });
    // A browser that nobody has clicked in does not play.
    await stage.page.mouse.click(5, 5);
    await stage.send({ type: 'sound', sound: 'panic', volume: 0.1 });
    await eventually(async () => expect(await played()).toEqual(['alarm', 'alarm ends']));
  });
});

/** Counts what would wake the page, and motions from their start on. */
const WATCH = `
  window.alarms = new Set();
  window.motions = 0;
  const realAnimate = Element.prototype.animate;
  Element.prototype.animate = function (...args) { window.motions += 1; return realAnimate.apply(this, args); };
  for (const [start, stop] of [['setInterval', 'clearInterval'], ['setTimeout', 'clearTimeout'], ['requestAnimationFrame', 'cancelAnimationFrame']]) {
    const [realStart, realStop] = [window[start].bind(window), window[stop].bind(window)];
    window[start] = (run, ms, ...rest) => {
      const id = realStart((...args) => { if (start !== 'setInterval') window.alarms.delete(start + id); run(...args); }, ms, ...rest);
      window.alarms.add(start + id);
      return id;
    };
    window[stop] = (id) => { window.alarms.delete(start + id); realStop(id); };
  }`;

describe('at rest', () => {
  const restless = () =>
    stage.ui.evaluate(`({ timers: [...window.alarms], animations: document.getAnimations().length })`);
  const STILL = { timers: [], animations: 0 };
  /** Motions so far. They may be over before they can be seen. */
  const motions = () => stage.ui.evaluate('window.motions') as Promise<number>;

  test('with nothing on the screen nothing runs', async () => {
    await open({ initScript: WATCH });
    await stage.send(setup(), cards(), HERE);
    expect(await restless()).toEqual(STILL);
  });

  test('with cards and panics that stay nothing runs once they have come in', async () => {
    await open({ initScript: WATCH });
    await stage.send(setup(), cards(callCard({ isFocused: true }), messageCard()), HERE);
    await stage.send({ type: 'panics', panics: [panic()] });
    await eventually(async () => expect(await restless()).toEqual(STILL));
  });

  test('cards come and go with motion, and leave nothing behind', async () => {
    await open({ initScript: WATCH });
    await stage.send(setup(), cards(callCard(), messageCard()));
    const came = await motions();
    expect(came).toBeGreaterThanOrEqual(2);
    await stage.send(cards(messageCard()));
    expect(await motions()).toBeGreaterThan(came);
    await eventually(async () => {
      expect(await restless()).toEqual(STILL);
      expect(await stage.ui.locator('.picture').count()).toBe(0);
    });
  });

  test('a change is pulsed once', async () => {
    await open({ initScript: WATCH });
    await stage.send(setup(), cards(callCard()));
    await eventually(async () => expect(await restless()).toEqual(STILL));
    const before = await motions();
    await stage.send(cards(callCard({ pulse: 1 })));
    expect(await motions()).toBe(before + 1);
    await eventually(async () => expect(await restless()).toEqual(STILL));
    await stage.send(cards(callCard({ pulse: 1 })));
    expect(await motions()).toBe(before + 1);
  });

  test('only an open list keeps a clock, and gives it back', async () => {
    await open({ initScript: WATCH, reducedMotion: 'reduce' });
    await stage.send(setup(), list());
    expect(await restless()).toMatchObject({
      timers: [expect.stringContaining('setInterval')],
      animations: 0,
    });
    await stage.send({ type: 'list', list: null, now: NOW });
    expect(await restless()).toEqual(STILL);
  });

  test.each([
    ['the computer', 'reduce', false],
    ['the player', 'no-preference', true],
  ] as const)('nothing moves when %s wants less motion', async (_, reducedMotion, own) => {
    await open({ initScript: WATCH, reducedMotion });
    await stage.send(setup({}, { reducedMotion: own }), cards(callCard({ pulse: 1 })));
    await stage.send(cards(callCard({ pulse: 2 }), messageCard()), cards());
    expect(await restless()).toEqual(STILL);
  });

  test('where the player is changes nothing that need not change', async () => {
    await open();
    await stage.send(setup(), HERE, cards(callCard(), messageCard()));
    await stage.ui.evaluate(`
      window.changes = 0;
      new MutationObserver((all) => { window.changes += all.length; })
        .observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });`);
    await stage.send({ ...HERE, x: 131 } as typeof HERE);
    expect(await stage.ui.evaluate('window.changes')).toBe(0);
    await stage.send({ ...HERE, x: 900 } as typeof HERE);
    expect(await stage.ui.evaluate('window.changes')).toBeGreaterThan(0);
  });
});

test('messages of others change nothing', async () => {
  await open();
  await stage.send(setup(), cards(callCard()));
  const before = await stage.ui.locator('body').innerHTML();
  await stage.sendRaw(
    { type: 'poll' },
    null,
    7,
    { type: 'cards', cards: [{ kind: 'call' }] },
    { type: 'toString' },
  );
  expect(await stage.ui.locator('body').innerHTML()).toBe(before);
});

describe('in the game', () => {
  async function inGame(answer: 'ok' | 'gone'): Promise<{ sent: unknown[]; errors: string[] }> {
    await open();
    const files = await servePage();
    const page = await browser.newPage();
    const sent: unknown[] = [];
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.addInitScript(`window.GetParentResourceName = () => 'sonorancad'`);
    await page.route('https://sonorancad/**', (route) => {
      const request = route.request();
      sent.push([request.method(), request.url(), request.postDataJSON(), request.headers()['content-type']]);
      return answer === 'ok' ? route.fulfill({ json: { ok: true } }) : route.abort();
    });
    try {
      await page.goto(`${files.url}ui/index.html`);
      await page.evaluate(
        `for (const message of ${JSON.stringify([setup(), list({ hasCursor: true })])}) window.postMessage(message)`,
      );
      await page.locator('.row').first().click();
      await eventually(async () => expect(sent).toHaveLength(2));
    } finally {
      await page.close();
      await files.close();
    }
    return { sent, errors };
  }

  test('requests go to the resource, simple enough to need no leave', async () => {
    const { sent, errors } = await inGame('ok');
    expect(errors).toEqual([]);
    expect(sent).toEqual([
      ['POST', 'https://sonorancad/ready', {}, expect.stringContaining('text/plain')],
      [
        'POST',
        'https://sonorancad/act',
        { action: 'open', key: 'dispatch:501' },
        expect.stringContaining('text/plain'),
      ],
    ]);
  });

  test('a request that nobody answers breaks nothing', async () => {
    expect(await inGame('gone')).toMatchObject({ errors: [] });
  });
});
