import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Rig, ScriptResponseLike } from './test-support.ts';
import { startRig } from './test-support.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig({ limiter: { rate: 1, burst: 1, exempt: false } });
});
afterEach(() => rig.close());

test('routes as for a socket, without asking the limiter', () => {
  rig.target.start('cad', (_, response) => response.send('ok'));
  rig.target.start('mute');
  const get = (path: string) => rig.front.inject({ method: 'GET', path }).reply;
  for (let count = 0; count < 3; count += 1) expect(get('/cad/x')?.body).toBe('ok');
  expect(get('/mute/x')).toMatchObject({ status: 404, body: 'Not found.' });
  expect(get('/nobody/x')).toEqual({ status: 404, headers: {}, body: 'Route /nobody/x not found.' });
  expect(get('/')).toMatchObject({ status: 200, body: '{"version":"FXServer-simulator"}' });
  rig.target.convars.set('web_baseUrl', 'me-abc.users.cfx.re');
  expect(get('/')).toMatchObject({ status: 302, headers: { Location: 'https://cfx.re/join/abc' } });
});

test('has no reply until the handler answers', async () => {
  let response: ScriptResponseLike | undefined;
  rig.target.start('cad', (_, given) => {
    response = given;
  });
  const request = rig.front.inject({ method: 'GET', path: '/cad/x' });
  expect(request.reply).toBeNull();
  response?.send('late');
  expect(request.reply?.body).toBe('late');
  await expect(request.done).resolves.toMatchObject({ status: 200, body: 'late' });
});

test('waits for the main thread', () => {
  rig.target.start('cad', (_, response) => response.send('ok'));
  const letGo = rig.target.hold();
  const request = rig.front.inject({ method: 'GET', path: '/cad/x' });
  expect(request.reply).toBeNull();
  letGo();
  expect(request.reply?.body).toBe('ok');
});

test('adds the headers of a client and keeps given ones', () => {
  let headers: unknown;
  rig.target.start('cad', (request, response) => {
    headers = request.headers;
    response.send('ok');
  });
  rig.front.inject({ method: 'POST', path: '/cad/x', body: 'äb', headers: { host: 'here' } });
  expect(headers).toEqual({ host: 'here', 'Content-Length': '3' });
});

test('logs every request once, also those nobody answered', () => {
  rig.target.start('cad', (request, response) => {
    if (request.method === 'GET') response.send('four');
  });
  rig.front.inject({ method: 'GET', path: '/cad/x' });
  const silent = rig.front.inject({ method: 'POST', path: '/cad/y' });
  rig.timers.advance(250);
  silent.cancel();
  rig.front.inject({ method: 'GET', path: '/none' });
  expect(rig.target.logged).toEqual([
    {
      at: 0,
      address: '127.0.0.1:0',
      method: 'GET',
      path: '/cad/x',
      resource: 'cad',
      status: 200,
      bytes: 4,
      ms: 0,
    },
    {
      at: 0,
      address: '127.0.0.1:0',
      method: 'POST',
      path: '/cad/y',
      resource: 'cad',
      status: null,
      bytes: 0,
      ms: 250,
    },
    {
      at: 250,
      address: '127.0.0.1:0',
      method: 'GET',
      path: '/none',
      resource: null,
      status: 404,
      bytes: 22,
      ms: 0,
    },
  ]);
});
