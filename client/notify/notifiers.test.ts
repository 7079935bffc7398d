import { describe, expect, test } from '@jest/globals';
import { createFakeGame } from '../../test/support/fake-game.ts';
import type { Feed } from '../ports.ts';
import type { Alert, Notifier, NotifierPorts, Tone } from './alert.ts';
import { createChat } from './chat.ts';
import { createCustom } from './custom.ts';
import { createEsx } from './esx.ts';
import { createFeedNotifier } from './feed.ts';
import { createLationUi } from './lation-ui.ts';
import { createMythicNotify } from './mythic-notify.ts';
import { createOkokNotify } from './okok-notify.ts';
import { createOxLib } from './ox-lib.ts';
import { createPNotify } from './p-notify.ts';
import { createQbCore } from './qbcore.ts';
import { createQbox } from './qbox.ts';
import { createTNotify } from './t-notify.ts';

const alert = (overrides: Partial<Alert> = {}): Alert => ({
  kind: 'call-opened',
  title: '911 call #302',
  subtitle: 'Nora Fields',
  text: 'Sinner St\nA van',
  tone: 'warning',
  seconds: 12,
  call: 302,
  key: '911:302',
  ...overrides,
});

const hostile = alert({
  title: '~r~T',
  subtitle: '<img src=x onerror=alert(1)> & "quotes"',
  text: '[a](http://b) **b** ^1red &lt;\n# 1. {{http://c}} ![d]',
});

/** What a notifier calls for an alert, everything that it needs running. */
function callsOf(create: (ports: NotifierPorts) => Notifier, shown: Alert, needs: readonly string[]) {
  const game = createFakeGame();
  const anything = new Proxy({}, { get: () => () => null });
  for (const resource of needs) game.running.set(resource, anything);
  const notifier = create(game);
  expect(notifier.isAvailable()).toBe(true);
  notifier.show(shown);
  return [...game.exportCalls, ...game.localEvents];
}

interface Row {
  readonly name: string;
  readonly create: (ports: NotifierPorts) => Notifier;
  readonly needs: readonly string[];
  /** The one call for a usual alert, and for a hostile one. */
  readonly call: unknown[];
  readonly hostileCall: unknown[];
  /** What it calls the four tones, and where in the call that stands. */
  readonly types: Readonly<Record<Tone, unknown>>;
  readonly typeOf: (call: readonly unknown[]) => unknown;
}

const field = (at: number, name: string) => (call: readonly unknown[]) =>
  (call[at] as Record<string, unknown>)[name];
const ERROR = { info: 'info', success: 'success', warning: 'warning', danger: 'error' };

const rows: readonly Row[] = [
  {
    name: 'ox_lib',
    create: createOxLib,
    needs: ['ox_lib'],
    call: [
      'ox_lib',
      'notify',
      {
        title: '911 call #302',
        description: 'Nora Fields  \nSinner St  \nA van',
        type: 'warning',
        duration: 12_000,
      },
    ],
    hostileCall: [
      'ox_lib',
      'notify',
      expect.objectContaining({
        title: '~r~T',
        description: [
          String.raw`\<img src=x onerror=alert(1)\> \& "quotes"`,
          String.raw`\[a\](http\://b) \*\*b\*\* ^1red \&lt;`,
          String.raw`\# 1. \{\{http\://c\}\} \!\[d\]`,
        ].join('  \n'),
      }),
    ],
    types: { ...ERROR, info: 'inform' },
    typeOf: field(2, 'type'),
  },
  {
    name: 'lation_ui',
    create: createLationUi,
    needs: ['lation_ui'],
    call: [
      'lation_ui',
      'notify',
      {
        title: String.raw`911 call \#302`,
        message: 'Nora Fields  \nSinner St  \nA van',
        type: 'warning',
        duration: 12_000,
      },
    ],
    hostileCall: ['lation_ui', 'notify', expect.objectContaining({ title: String.raw`\~r\~T` })],
    types: ERROR,
    typeOf: field(2, 'type'),
  },
  {
    name: 'okokNotify',
    create: createOkokNotify,
    needs: ['okokNotify'],
    call: [
      'okokNotify',
      'Alert',
      '911 call #302',
      'Nora Fields · Sinner St · A van',
      12_000,
      'warning',
      false,
    ],
    hostileCall: [
      'okokNotify',
      'Alert',
      '-r-T',
      '(img src=x onerror=alert(1)) & "quotes" · [a](http://b) **b** ˆ1red +lt; · # 1. {{http://c}} ![d]',
      12_000,
      'warning',
      false,
    ],
    types: ERROR,
    typeOf: (call) => call[5],
  },
  {
    name: 't-notify',
    create: createTNotify,
    needs: ['t-notify'],
    call: [
      't-notify',
      'Custom',
      {
        style: 'warning',
        title: '911 call #302',
        message: 'Nora Fields\nSinner St\nA van',
        duration: 12_000,
      },
    ],
    hostileCall: [
      't-notify',
      'Custom',
      expect.objectContaining({
        message:
          '(img src=x onerror=alert(1)) & "quotes"\n[a](http://b) ∗∗b∗∗ ˆ1red +lt;\n#\u00a01. ((http://c)) !\u00a0[d]',
      }),
    ],
    types: ERROR,
    typeOf: field(2, 'style'),
  },
  {
    name: 'mythic_notify',
    create: createMythicNotify,
    needs: ['mythic_notify'],
    call: [
      'mythic_notify:client:SendAlert',
      { type: 'inform', text: '911 call #302 · Nora Fields · Sinner St · A van', length: 12_000 },
    ],
    hostileCall: [
      'mythic_notify:client:SendAlert',
      expect.objectContaining({ text: expect.not.stringMatching(/[<>~^]/) }),
    ],
    types: { info: 'inform', success: 'success', warning: 'inform', danger: 'error' },
    typeOf: field(1, 'type'),
  },
  {
    name: 'pNotify',
    create: createPNotify,
    needs: ['pNotify'],
    call: [
      'pNotify',
      'SendNotification',
      { text: '<b>911 call #302</b><br>Nora Fields<br>Sinner St<br>A van', type: 'warning', timeout: 12_000 },
    ],
    hostileCall: [
      'pNotify',
      'SendNotification',
      expect.objectContaining({
        text: '<b>~r~T</b><br>&#60;img src=x onerror=alert(1)&#62; &#38; &#34;quotes&#34;<br>[a](http://b) **b** ^1red &#38;lt;<br># 1. {{http://c}} ![d]',
      }),
    ],
    types: ERROR,
    typeOf: field(2, 'type'),
  },
  {
    name: 'qbox',
    create: createQbox,
    needs: ['qbx_core'],
    call: ['qbx_core', 'Notify', '911 call #302', 'warning', 12_000, 'Nora Fields  \nSinner St  \nA van'],
    hostileCall: [
      'qbx_core',
      'Notify',
      '~r~T',
      'warning',
      12_000,
      expect.stringContaining(String.raw`\!\[d\]`),
    ],
    types: { ...ERROR, info: 'inform' },
    typeOf: (call) => call[3],
  },
  {
    name: 'qbcore',
    create: createQbCore,
    needs: ['qb-core'],
    call: [
      'QBCore:Notify',
      { text: '911 call #302', caption: 'Nora Fields · Sinner St · A van' },
      'warning',
      12_000,
    ],
    hostileCall: [
      'QBCore:Notify',
      { text: '-r-T', caption: expect.not.stringMatching(/[<>~^]/) },
      'warning',
      12_000,
    ],
    types: { ...ERROR, info: 'primary' },
    typeOf: (call) => call[2],
  },
  {
    name: 'esx',
    create: createEsx,
    needs: ['es_extended', 'esx_notify'],
    call: ['esx:showNotification', 'Nora Fields · Sinner St · A van', 'info', 12_000, '911 call #302'],
    hostileCall: ['esx:showNotification', expect.not.stringMatching(/[<>~^]/), 'info', 12_000, '-r-T'],
    types: { ...ERROR, warning: 'info' },
    typeOf: (call) => call[2],
  },
  {
    name: 'chat',
    create: createChat,
    needs: ['chat'],
    call: [
      'chat:addMessage',
      {
        args: ['911 call #302', 'Nora Fields · Sinner St · A van'],
        color: [255, 190, 90],
        multiline: true,
      },
    ],
    hostileCall: [
      'chat:addMessage',
      expect.objectContaining({ args: ['-r-T', expect.not.stringMatching(/[<>~^]/)] }),
    ],
    types: {
      info: [120, 180, 255],
      success: [110, 220, 140],
      warning: [255, 190, 90],
      danger: [255, 90, 90],
    },
    typeOf: field(1, 'color'),
  },
];

describe.each(rows)('$name', ({ name, create, needs, call, hostileCall, types, typeOf }) => {
  test('makes its documented call', () => {
    expect(callsOf(create, alert(), needs)).toEqual([call]);
  });

  test('gives hostile text no meaning', () => {
    expect(callsOf(create, hostile, needs)).toEqual([hostileCall]);
  });

  test.each(Object.entries(types))('has a look for %s', (tone, type) => {
    const [shown = []] = callsOf(create, alert({ tone: tone as Tone }), needs);
    expect(typeOf(shown)).toEqual(type);
  });

  test('shows an alert that is only a title', () => {
    const [shown = []] = callsOf(create, alert({ subtitle: '', text: '' }), needs);
    expect(JSON.stringify(shown)).toContain('911 call');
    expect(JSON.stringify(shown)).not.toMatch(/undefined|null|·/);
  });

  test('has its name and needs its resources', () => {
    const game = createFakeGame();
    const notifier = create(game);
    const available = needs.map((resource) => {
      const before = notifier.isAvailable();
      game.running.set(resource, {});
      return before;
    });
    expect([notifier.name, ...available, notifier.isAvailable()]).toEqual([
      name,
      ...needs.map(() => false),
      true,
    ]);
  });

  test('cuts what is too long for a notification', () => {
    const [shown] = callsOf(create, alert({ text: 'x'.repeat(10_000) }), needs);
    expect(JSON.stringify(shown).length).toBeLessThan(600);
  });
});

describe('custom', () => {
  test('calls the export of the owner with the alert as it is', () => {
    const target = { resource: 'my_hud', export: 'alert' };
    const game = createFakeGame();
    const notifier = createCustom(game, () => target);
    const before = notifier.isAvailable();
    game.running.set('my_hud', { alert: () => null });
    notifier.show(hostile);
    expect([before, notifier.isAvailable(), game.exportCalls]).toEqual([
      false,
      true,
      [['my_hud', 'alert', hostile]],
    ]);
  });

  test('is not there while nothing is named', () => {
    expect(createCustom(createFakeGame(), () => null).isAvailable()).toBe(false);
  });
});

describe('feed', () => {
  const postsOf = (shown: Alert) => {
    const posts: unknown[] = [];
    const feed: Feed = { post: (post) => posts.push(post) };
    createFeedNotifier(feed).show(shown);
    return posts;
  };

  test('posts line by line', () => {
    expect(postsOf(alert())).toEqual([
      { sender: '911 call #302', subject: 'Nora Fields', body: ['Sinner St', 'A van'] },
    ]);
  });

  test('gives hostile text no meaning, and cuts it', () => {
    const [post] = postsOf({ ...hostile, text: '~h~'.repeat(500) });
    expect(JSON.stringify(post)).not.toMatch(/[~<>]/);
    expect(JSON.stringify(post).length).toBeLessThan(400);
  });
});
