import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Rig, ScriptResponseLike } from './test-support.ts';
import { startRig } from './test-support.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

/** Injects one request whose handler does `run`. */
function serve(
  run: (response: ScriptResponseLike) => void,
  options: Partial<Parameters<Rig['front']['inject']>[0]> = {},
) {
  rig.target.start('cad', (_, response) => run(response));
  return rig.front.inject({ method: 'GET', path: '/cad/event', ...options });
}

const httpProblems = () =>
  rig.target.problems.filter(({ kind }) => kind === 'http').map(({ message }) => message);

describe('what a client would misread is a problem', () => {
  const cases: [string, string, (response: ScriptResponseLike) => void, string?][] = [
    ['send() twice', 'send() twice', (r) => [r.send('a'), r.send('b')]],
    ['send() twice without data', 'send() twice', (r) => [r.send('a'), r.send()]],
    ['write() after send()', 'write() after send()', (r) => [r.send('a'), r.write('b')]],
    [
      'writeHead() twice',
      'writeHead() after the head',
      (r) => [r.writeHead(200), r.writeHead(201), r.send('')],
    ],
    [
      'writeHead() after write()',
      'writeHead() after the head',
      (r) => [r.write('a'), r.writeHead(404), r.send('')],
    ],
    ['send() alone', 'send() without data and without writeHead() sends nothing', (r) => r.send()],
    ['status 204', 'status 204 has no body', (r) => [r.writeHead(204), r.send()]],
    ['status 304', 'status 304 has no body', (r) => [r.writeHead(304), r.send('x')]],
    ['HEAD', 'HEAD request has no body', (r) => r.send('ok'), 'HEAD'],
    [
      'a line break in a header',
      'holds a line break',
      (r) => [r.writeHead(200, { A: 'b\r\nC: d' }), r.send('')],
    ],
    [
      'identity without Content-Length and the head first',
      'Content-Length says 0, but 3 bytes',
      (r) => [r.writeHead(200, { 'Transfer-Encoding': 'identity' }), r.send('abc')],
    ],
  ];
  test.each(cases)('%s', (_, message, run, method = 'GET') => {
    serve(run, { method });
    const found = httpProblems();
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]).toContain(`${method} /cad/event: `);
    expect(found[0]).toContain(message);
  });

  test('HEAD and 204 are fine with identity and nothing sent', () => {
    const identity = { 'Transfer-Encoding': 'identity' };
    serve((r) => [r.writeHead(200, identity), r.send()], { method: 'HEAD' });
    serve((r) => [r.writeHead(204, identity), r.send()]);
    expect(rig.target.problems).toEqual([]);
  });

  test('a late head changes nothing', () => {
    const { reply } = serve((r) => [r.write('a'), r.writeHead(404, { A: 'b' }), r.send('c')]);
    expect(reply).toEqual({ status: 200, headers: {}, body: 'ac' });
  });
});
