import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Announcement } from '../../shared/delivery.ts';
import { createTranslate, type Texts } from '../../shared/locale.ts';
import { ALERT_VALUES } from '../../shared/notify.ts';
import { makeCallView } from '../../test/support/calls.ts';
import { fc } from '../../test/support/properties.ts';
import { composeAlert } from './alert.ts';

const english: Texts = JSON.parse(readFileSync('locales/en.json', 'utf8'));
const key = '911:302';
const summary = { number: 5, title: 'Stop', address: 'Alta St' };

/** One announcement of every kind. */
const ANNOUNCEMENTS: { readonly [K in Announcement['kind']]: Extract<Announcement, { kind: K }> } = {
  'call-opened': { kind: 'call-opened', key },
  'call-dispatched': { kind: 'call-dispatched', key },
  attached: { kind: 'attached', key },
  detached: { kind: 'detached', key: 'dispatch:5', call: summary },
  note: { kind: 'note', key, label: 'DISP', content: 'Two suspects' },
  priority: { kind: 'priority', key },
  closed: { kind: 'closed', key: 'dispatch:5', call: summary },
  status: { kind: 'status', status: 'BUSY' },
  panic: { kind: 'panic', ident: 12, unit: '2-ADAM-14' },
  'panic-over': { kind: 'panic-over', ident: 12, unit: '2-ADAM-14' },
  tone: { kind: 'tone', url: 'https://x/y' },
  station: { kind: 'station', stations: ['A', 'B'], message: 'Fire', tone: '', audio: '' },
  pager: { kind: 'pager', nature: 'Emergency', body: 'Fire' },
  caller: { kind: 'caller', what: 'responding', unit: '2-ADAM-14' },
};

const unit = {
  ident: 1,
  unitNum: '1-L-20',
  name: '',
  department: '',
  page: 0,
  status: null,
  statusLabel: '',
  isPanic: false,
};
const call = makeCallView({
  stage: 'dispatch',
  dispatchId: 501,
  code: '10-31',
  title: 'Burglary',
  block: '12',
  priority: 2,
  units: [unit, { ...unit, ident: 2, unitNum: '', name: 'Ada' }],
});

const compose = (announcement: Announcement, texts: Texts = english, of = call) =>
  composeAlert(announcement, of, createTranslate(texts), { distance: '850 m' });

test('a 911 call in words', () => {
  expect(compose(ANNOUNCEMENTS['call-opened'], english, makeCallView())).toEqual({
    kind: 'call-opened',
    title: '911 call #302',
    subtitle: 'Nora Fields',
    text: 'Sinner St / Atlee St (850 m)\nTwo men breaking into a parked van',
    tone: 'warning',
    seconds: 12,
    call: 302,
    key,
  });
});

test('what is missing leaves no gap behind', () => {
  const bare = makeCallView({
    isEmergency: false,
    caller: '',
    address: '',
    description: '',
    emergencyId: null,
  });
  const alert = composeAlert(ANNOUNCEMENTS['call-opened'], bare, createTranslate(english));
  expect(alert).toMatchObject({
    title: 'Civil call',
    subtitle: 'Unknown caller',
    text: 'Unknown place',
    tone: 'info',
    call: null,
  });
});

describe.each(Object.values(ANNOUNCEMENTS))('$kind', (announcement) => {
  const { kind } = announcement;

  test('has words in English', () => {
    const alert = compose(announcement);
    expect(alert?.title).toMatch(/\w/);
    expect(`${alert?.title} ${alert?.subtitle} ${alert?.text}`).not.toMatch(/[{}]|undefined|null|alert\./);
  });

  test('gives its texts every value that they may name', () => {
    const values = ALERT_VALUES[kind];
    const text = values.map((name) => `${name}={${name}}`).join('\n');
    const lines = compose(announcement, { [`alert.${kind}.text`]: text, 'call.kind.emergency': '911' })
      ?.text.split('\n')
      .filter((line) => line !== '');
    expect(lines ?? []).toEqual(values.map((name) => expect.stringMatching(new RegExp(`^${name}=.+`))));
  });
});

test('every kind is known', () => {
  expect(Object.keys(ANNOUNCEMENTS).sort()).toEqual(Object.keys(ALERT_VALUES).sort());
});

test.each([
  ['a kind that is not known', { kind: 'fireworks' } as unknown as Announcement],
  ['a call that is not known', ANNOUNCEMENTS.attached],
])('there is no alert for %s', (_, announcement) => {
  expect(composeAlert(announcement, undefined, createTranslate(english))).toBeNull();
});

test('values keep whatever they contain, and stay on their line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (content) => {
      const alert = compose({ kind: 'note', key, label: '', content }, { 'alert.note.text': '{note}' });
      expect(alert?.text).toBe(content.replace(/\s+/g, ' ').trim());
    }),
    { examples: [['{note} $& %d ~r~ ^1 <b> [8112]'], ['a\nb\r\n{title}']] },
  );
});
