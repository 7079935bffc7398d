import { describe, expect, test } from '@jest/globals';
import { clientOf, printed, problemsOf, useServers } from '../../test-support.ts';

const start = useServers();
/** Prints the milliseconds since the script began before each text. */
const LOG = 'const began = Date.now(); const log = (...args) => console.log(Date.now() - began, ...args);';

describe('a timer', () => {
  test.each([
    ['setImmediate', "setImmediate(() => log('x'))", 50],
    ['no delay', "setTimeout(() => log('x'))", 50],
    ['less than a tick', "setTimeout(() => log('x'), 49)", 50],
    [
      'exactly a tick takes two: the tick has to be longer than the delay',
      "setTimeout(() => log('x'), 50)",
      100,
    ],
    ['a hundred', "setTimeout(() => log('x'), 100)", 150],
    ['a negative delay', "setTimeout(() => log('x'), -5)", 50],
  ])('%s', async (_name, code, at) => {
    const server = await start({ server: LOG + code });
    await server.advance(400);
    expect(printed(server)).toEqual([`${at} x`]);
  });

  test('counts from the tick before it was set', async () => {
    const server = await start({ server: `${LOG} on('go', () => setTimeout(() => log('x'), 60))` });
    await server.advance(90);
    server.emit('go');
    await server.advance(100);
    // Set at 90, counted from 50: more than 60 have passed at 150.
    expect(printed(server)).toEqual(['150 x']);
  });

  test('passes arguments on', async () => {
    const server = await start({ server: "setTimeout((a, b) => console.log(a, b), 1, 'x', 2)" });
    await server.advance(50);
    expect(printed(server)).toEqual(['x 2']);
  });

  test('set by a timer waits for the next tick', async () => {
    const server = await start({
      server: `${LOG} setTimeout(() => { log('a'); setTimeout(() => log('b'), 0) }, 0)`,
    });
    await server.advance(100);
    expect(printed(server)).toEqual(['50 a', '100 b']);
  });

  test('is an object, and only that clears it', async () => {
    const server = await start({
      server: `const a = setTimeout(() => console.log('a'), 1); const b = setTimeout(() => console.log('b'), 1);
        clearTimeout(a); clearTimeout(Number(b)); clearTimeout(undefined); clearInterval(0);
        console.log(typeof a, Number(a), a.hasRef(), a.ref() === a, a.unref() === a)`,
    });
    await server.advance(50);
    expect(printed(server)).toEqual(['object 1 true true true', 'b']);
  });

  test('refresh starts it again', async () => {
    const server = await start({
      server: `${LOG} const t = setTimeout(() => log('x'), 60); setTimeout(() => t.refresh(), 60)`,
    });
    await server.advance(300);
    expect(printed(server)).toEqual(['100 x']);
    const other = await start({
      server: `${LOG} var t = setTimeout(() => log('x'), 110); on('go', () => t.refresh())`,
    });
    await other.advance(100);
    other.emit('go');
    await other.advance(200);
    expect(printed(other)).toEqual(['250 x']);
  });

  test('that throws is printed; an interval goes on', async () => {
    const server = await start({
      server: "let n = 0; setInterval(() => { throw new Error('bad ' + ++n) }, 10)",
    });
    await server.advance(100);
    expect(problemsOf(server)).toEqual([
      'script: SCRIPT ERROR in timer: Error: bad 1',
      'script: SCRIPT ERROR in timer: Error: bad 2',
    ]);
  });
});

test('an interval drifts: it counts from the tick it ran in', async () => {
  const server = await start({
    server: `${LOG} const i = setInterval(() => log('x'), 120); setTimeout(() => clearInterval(i), 500)`,
  });
  await server.advance(1000);
  expect(printed(server)).toEqual(['150 x', '300 x', '450 x']);
});

describe('a ticker', () => {
  test('runs every tick until it is cleared', async () => {
    const server = await start({
      server: 'let n = 0; const id = setTick(() => { console.log(++n); if (n === 2) clearTick(id) })',
    });
    await server.advance(200);
    expect(printed(server)).toEqual(['1', '2']);
  });

  test('waits for its promise', async () => {
    const server = await start({
      server: `${LOG} setTick(async () => { log('in'); await new Promise((done) => setTimeout(done, 120)) })`,
    });
    await server.advance(400);
    // The timer counts from the tick before: over at 150, so the next tick runs it again.
    expect(printed(server)).toEqual(['50 in', '200 in', '350 in']);
  });

  test('whose promise fails never runs again', async () => {
    const server = await start({
      server: "setTick(async () => { console.log('x'); throw new Error('no') })",
    });
    await server.advance(300);
    expect(printed(server)[0]).toBe('x');
    expect(problemsOf(server)).toEqual(['script: SCRIPT ERROR in ticker: Error: no']);
  });

  test('that throws runs again', async () => {
    const server = await start({ server: "setTick(() => { throw new Error('no') })" });
    await server.advance(100);
    expect(problemsOf(server)).toHaveLength(2);
  });
});

test('animation frames run once, the last request first', async () => {
  const server = await start({
    server:
      "requestAnimationFrame(() => { console.log('a'); requestAnimationFrame(() => console.log('c')) }); requestAnimationFrame(() => console.log('b'))",
  });
  await server.advance(50);
  expect(printed(server)).toEqual(['b', 'a']);
  await server.advance(50);
  expect(printed(server)).toEqual(['b', 'a', 'c']);
});

test('clients run timers frame by frame', async () => {
  const server = await start({
    players: [{ id: 1, name: 'Ann' }],
    client: `${LOG} setTimeout(() => log('x'), 30); setImmediate(() => log('now'))`,
  });
  const client = clientOf(server);
  await server.advance(100);
  expect(printed(client)).toEqual(['16 now', '32 x']);
});

test('the functions cannot be replaced', async () => {
  const server = await start();
  expect(() => server.evaluate("'use strict'; setTimeout = 1")).toThrow(/read only/);
  expect(() => server.evaluate("Object.defineProperty(globalThis, 'setTick', { value: 1 })")).toThrow(
    'redefine',
  );
  expect(server.evaluate('typeof setTimeout')).toBe('function');
});

test.each(['setTimeout', 'setInterval', 'setTick', 'setImmediate'])(
  '%s takes functions only',
  async (name) => {
    const server = await start();
    expect(() => server.evaluate(`${name}('code', 1)`)).toThrow('Callback must be a function. Received code');
  },
);

test('what lives is counted', async () => {
  const server = await start({
    server:
      'setTick(() => {}); setInterval(() => {}, 5000); setTimeout(() => {}, 10); requestAnimationFrame(() => {})',
  });
  expect(server.stats()).toMatchObject({ tickers: 1, timers: [5000, 10], frames: 1 });
  await server.advance(50);
  expect(server.stats()).toMatchObject({ tickers: 1, timers: [5000], frames: 0 });
});
