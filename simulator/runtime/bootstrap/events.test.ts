import { describe, expect, test } from '@jest/globals';
import { clientOf, PROBE, printed, problemsOf, useServers } from '../../test-support.ts';

const start = useServers();
const ANN = { id: 1, name: 'Ann' };

describe('source', () => {
  test('is empty for local events, and null afterwards', async () => {
    const server = await start({
      server: "console.log(source); on('x', () => console.log([source])); emit('x'); console.log(source)",
    });
    expect(printed(server)).toEqual(['undefined', '[\n  ""\n]', 'null']);
  });

  test('is the number of the player for net events', async () => {
    const server = await start({
      players: [ANN],
      server: "onNet('x', (a) => console.log(source, typeof source, a))",
    });
    server.netEvent(1, 'x', 'hello');
    expect(printed(server)).toEqual([]);
    await server.advance(50);
    expect(printed(server)).toEqual(['1 number hello']);
  });

  test('is gone after a nested event', async () => {
    const server = await start({
      server:
        "on('outer', () => { emit('inner'); console.log(source) }); on('inner', () => {}); emit('outer')",
    });
    expect(printed(server)).toEqual(['null']);
  });

  test('is gone after an await', async () => {
    const server = await start({
      players: [ANN],
      server: "onNet('x', async () => { const before = source; await 0; console.log(before, source) })",
    });
    server.netEvent(1, 'x');
    await server.advance(100);
    expect(printed(server)).toEqual(['1 null']);
  });
});

describe('net events', () => {
  test('need onNet: others are refused and named', async () => {
    const server = await start({ players: [ANN], server: "on('x', () => console.log('ran'))" });
    server.netEvent(1, 'x');
    server.netEvent(1, 'unheard');
    await server.advance(50);
    expect(printed(server)).toEqual(['^1Error: Event x was not safe for net^7']);
    expect(problemsOf(server)).toEqual(['event: Event x was not safe for net']);
  });

  test.each(["RegisterNetEvent('x')", "RegisterServerEvent('x')", "addNetEventListener('x', () => {})"])(
    '%s opens the name for all handlers of the resource',
    async (code) => {
      const server = await start({ players: [ANN], server: `on('x', () => console.log('ran')); ${code}` });
      server.netEvent(1, 'x');
      await server.advance(50);
      expect(printed(server)).toEqual(['ran']);
    },
  );

  test('but not for those of other resources', async () => {
    const server = await start({
      players: [ANN],
      server: "onNet('x', () => {})",
      resources: [{ name: 'other', scripts: { server: ["on('x', () => console.log('ran'))"] } }],
    });
    server.netEvent(1, 'x');
    await server.advance(50);
    expect(printed(server, 'other')).toEqual(['^1Error: Event x was not safe for net^7']);
  });

  test('from the server carry 65535 on clients', async () => {
    const server = await start({
      players: [ANN],
      server: "on('go', () => emitNet('x', 1, { a: [1] }))",
      client: "onNet('x', (value) => console.log(source, value.a)); on('x2', () => {})",
    });
    const client = clientOf(server);
    await server.advance(50);
    server.emit('go');
    client.receive('x2');
    await server.advance(50);
    expect(printed(client)).toEqual(['65535 [\n  1\n]', '^1Error: Event x2 was not safe for net^7']);
  });
});

describe('listeners', () => {
  test('removed while they run make the next one wait', async () => {
    const server = await start({
      server: `const first = () => { console.log('first'); removeEventListener('x', first) };
        on('x', first); on('x', () => console.log('second')); on('x', () => console.log('third'));
        emit('x'); emit('x')`,
    });
    expect(printed(server)).toEqual(['first', 'third', 'second', 'third']);
  });

  test('added while they run are run as well', async () => {
    const server = await start({
      server: "on('x', () => { console.log('first'); on('x', () => console.log('late')) }); emit('x')",
    });
    expect(printed(server)).toEqual(['first', 'late']);
  });

  test('above ten of one name are suspected of leaking, unless more are allowed', async () => {
    const server = await start({ server: "for (let i = 0; i < 11; i++) on('x', () => {})" });
    expect(problemsOf(server)).toEqual([
      expect.stringContaining('possible EventEmitter memory leak detected. 11'),
    ]);
    const patient = await start({
      server: "setMaxEventListeners(20); for (let i = 0; i < 11; i++) on('x', () => {})",
    });
    expect(problemsOf(patient)).toEqual([]);
  });

  test('get the raw bytes if they ask for them, and the resource listens at all', async () => {
    const server = await start({
      server: `addRawEventListener('x', (bytes, from) => console.log(bytes instanceof Uint8Array, [...bytes].join(), [from]));
        emit('x', 2); on('x', () => {}); emit('x', 1, 'a')`,
    });
    expect(printed(server)).toEqual(['true 146,1,161,97 [\n  ""\n]']);
  });

  test('get one argument for each that was sent', async () => {
    const server = await start({
      server:
        "on('x', (...args) => console.log(args.length, JSON.stringify(args))); emit('x'); emit('x', undefined, 2)",
    });
    expect(printed(server)).toEqual(['0 []', '2 [null,2]']);
  });
});

describe('errors of listeners', () => {
  test('are printed with the frames of the script, and the others run', async () => {
    const server = await start({
      server: [
        "function deep() { throw new TypeError('bad') }",
        'class Cad { open() { deep() } }',
        "on('x', () => new Cad().open());",
        "on('x', () => console.log('second'));",
      ].join('\n'),
    });
    server.emit('x');
    expect(printed(server)).toEqual([
      "^1SCRIPT ERROR in event `x': TypeError: bad^7\n" +
        '^3> deep^7 (^5@probe/server-1.js^7:1)\n' +
        '^3> Cad.open^7 (^5@probe/server-1.js^7:2)\n' +
        '^3> <unknown>^7 (^5@probe/server-1.js^7:3)\n',
      'second',
    ]);
    expect(problemsOf(server)).toEqual(["script: SCRIPT ERROR in event `x': TypeError: bad"]);
  });

  test('in a row within another call print empty lines, and are problems all the same', async () => {
    const server = await start({
      server:
        "on('x', () => { throw new Error('one') }); on('x', () => { throw new Error('two') }); on('go', () => emit('x'))",
    });
    server.emit('go');
    expect(printed(server).map((text) => text.split('\n')[0])).toEqual([
      "^1SCRIPT ERROR in event `x': Error: one^7",
      '',
    ]);
    expect(problemsOf(server)).toHaveLength(2);
  });

  test('that are no errors end the whole dispatch', async () => {
    const server = await start({
      server: "on('x', () => { throw 'text' }); on('x', () => console.log('never'))",
    });
    server.emit('x');
    expect(printed(server)).toEqual([
      expect.stringMatching(/^Error calling system event handling function in resource probe: TypeError/),
    ]);
    expect(problemsOf(server)[0]).toContain('thrown without a stack');
  });

  test('of async listeners are printed later', async () => {
    const server = await start({ server: "on('x', async () => { throw new Error('later') })" });
    server.emit('x');
    await server.advance(50);
    expect(printed(server)[0]).toMatch(
      /^\^1Error: Unhandled promise failure: Error: later\n {4}at @probe\/server-1\.js/,
    );
    expect(problemsOf(server)).toEqual(['script: Unhandled promise failure: Error: later']);
  });
});

test('events reach all resources at once, through bytes', async () => {
  const server = await start({
    server: "const sent = { a: 1 }; emit('x', sent); console.log(sent.a)",
    resources: [
      {
        name: 'other',
        scripts: { server: ["on('x', (got) => { got.a = 2; console.log(got.a, GetInvokingResource()) })"] },
      },
    ],
  });
  expect(printed(server, 'other')).toEqual([`2 ${PROBE}`]);
  expect(printed(server)).toEqual(['1']);
});

test('the invoking resource is known behind an await too', async () => {
  const server = await start({
    server: "on('go', async () => { await 0; emit('x') })",
    resources: [
      { name: 'other', scripts: { server: ["on('x', () => console.log(GetInvokingResource()))"] } },
    ],
  });
  server.emit('go');
  await server.advance(10);
  expect(printed(server, 'other')).toEqual([PROBE]);
});

test('cancelling is seen by whoever raised the event', async () => {
  const server = await start({
    server: `on('no', () => CancelEvent()); on('yes', () => {});
      emit('no'); console.log(WasEventCanceled()); emit('yes'); console.log(WasEventCanceled())`,
  });
  expect(printed(server)).toEqual(['1', 'false']);
  expect([server.emit('no'), server.emit('yes')]).toEqual([false, true]);
});
