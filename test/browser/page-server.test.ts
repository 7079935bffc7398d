// The page's server talks to its own page on this machine and to nobody else.

import { request } from 'node:http';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import type { Action } from '../../simulator/demo/messages.ts';
import { type PageServer, servePage } from '../../simulator/demo/page-server.ts';

let server: PageServer;
let actions: Action[];

beforeEach(async () => {
  actions = [];
  server = await servePage({
    port: 0,
    files: new Map([['/', { type: 'text/html', body: 'page' }]]),
    hello: () => ({ type: 'lines', lines: [] }),
    onAction: (action) => actions.push(action),
  });
});
afterEach(() => server.close());

/** Status of a GET with another `Host` than the real one. */
function statusAs(host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(server.url, { headers: { Host: host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

/** What becomes of a websocket that a page of `origin` opens. */
function connectFrom(origin: string): Promise<'open' | 'refused'> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}live`, { origin });
    socket.on('open', () => {
      socket.terminate();
      resolve('open');
    });
    socket.on('error', () => resolve('refused'));
  });
}

test('answers under its own name only', async () => {
  const { port, host } = new URL(server.url);
  expect(await statusAs(host)).toBe(200);
  expect(await statusAs(`localhost:${port}`)).toBe(200);
  expect(await statusAs(`attacker.example:${port}`)).toBe(404);
});

test('lets only its own page connect', async () => {
  expect(await connectFrom(server.url.replace(/\/$/, ''))).toBe('open');
  expect(await connectFrom('http://attacker.example')).toBe('refused');
});

test('passes over what is no action', async () => {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}live`, {
    origin: server.url.slice(0, -1),
  });
  await new Promise((resolve) => socket.on('message', resolve));
  for (const text of ['x', 'null', '{}', '{"type":"command"}', '{"type":"resource","change":"delete"}'])
    socket.send(text);
  socket.send('{"type":"command","line":"status"}');
  await new Promise<void>((resolve) => {
    const look = () => (actions.length > 0 ? resolve() : setImmediate(look));
    look();
  });
  socket.terminate();
  expect(actions).toEqual([{ type: 'command', line: 'status' }]);
});
