import { describe, expect, test } from '@jest/globals';
import { noWebsocket } from '../../test/support/websocket-status.ts';
import { describeWebsocket } from './describe-websocket.ts';
import { explainWebsocket, type WebsocketFacts } from './explain-websocket.ts';
import type { WebsocketStatus } from './start-websocket.ts';

const HOUR = 3_600_000;
const on: WebsocketStatus = { ...noWebsocket, transport: 'both' };
const up: WebsocketStatus = { ...on, connectedSince: 9 * HOUR, events: 1, reconnects: 2 };
const trouble = { lastError: 'connection broken off', lastErrorAt: 8 * HOUR };

describe('the line of the status command', () => {
  test.each<[string, WebsocketStatus, string[]]>([
    ['none over HTTP', noWebsocket, []],
    ['what is missing', { ...on, missing: 'No API key.' }, ['Websocket: off. No API key.']],
    ['not connected yet', on, ['Websocket: not connected, 0 events, 0 reconnects.']],
    ['connected', up, ['Websocket: connected for 1, 1 event, 2 reconnects.']],
    [
      'with trouble',
      { ...up, ...trouble },
      ['Websocket: connected for 1, 1 event, 2 reconnects. Last trouble, 2 ago: connection broken off.'],
    ],
    [
      'not accepted',
      { ...on, isRefused: true, lastError: 'Invalid API key', lastErrorAt: 9 * HOUR },
      ['Websocket: not accepted by the CAD, 0 events, 0 reconnects. Last trouble, 1 ago: Invalid API key.'],
    ],
  ])('%s', (_, status, lines) => {
    expect(describeWebsocket(status, (at) => String(10 - at / HOUR))).toEqual(lines);
  });
});

describe('the doctor', () => {
  type Circumstances = Partial<WebsocketFacts['status']> & { readonly isOfficialRunning?: boolean };
  const none = {
    ...{ accepted: 0, byType: {}, lastAt: null, lastType: null, lastFrom: null, lastByType: {} },
  };
  const some = { ...none, accepted: 3, byType: { EVENT_911: 3 }, lastAt: 1, lastType: 'EVENT_911' };

  test.each<[string, WebsocketStatus, Circumstances, string, RegExp]>([
    [
      'no event over HTTP',
      noWebsocket,
      {},
      'warn',
      /the official resource.*same server id.*"transport": "both"/,
    ],
    ['events over HTTP', noWebsocket, { events: some }, 'ok', /game port/],
    [
      'refused requests over HTTP, which nobody took away',
      noWebsocket,
      { refused: { key: 2 } },
      'ok',
      /game port/,
    ],
    ['something missing', { ...on, missing: 'No API key.' }, {}, 'fail', /No API key/],
    [
      'a refusal',
      { ...on, isRefused: true, lastError: 'Bad key' },
      {},
      'fail',
      /Bad key.*sonoran_communityID/,
    ],
    ['no connection', { ...on, ...trouble }, {}, 'fail', /broken off.*sonoran_apiUrl/],
    ['no connection yet', on, {}, 'fail', /not connected yet/],
    ['a connection', up, {}, 'ok', /connected for 1 h/],
    [
      'one that is lost all the time',
      { ...up, ...trouble, reconnects: 90 },
      {},
      'warn',
      /90 times.*same server id/,
    ],
    [
      'a connection beside the official resource',
      up,
      { isOfficialRunning: true },
      'warn',
      /official resource runs.*Stop the official resource/,
    ],
  ])('on %s', (_, websocket, { isOfficialRunning = false, ...change }, level, text) => {
    const status = {
      websocket,
      events: none,
      refused: {},
      startedAt: 0,
      ...change,
    };
    const findings = explainWebsocket({ status, now: 10 * HOUR, isOfficialRunning });
    expect(findings).toMatchObject([{ code: 'SC-SOCKET', level }]);
    expect(`${findings[0]?.what} ${findings[0]?.todo}`).toMatch(text);
  });
});
