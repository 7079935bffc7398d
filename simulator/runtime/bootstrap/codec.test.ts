import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type SimServer, startServer } from '../../index.ts';
import { PROBE, useServers } from '../../test-support.ts';

const start = useServers();

// Each value is sent by an event and described by the handler, inside the realm of the script.
const SCRIPT = `
class Thing { constructor() { this.a = 1 } get b() { return 2 } toJSON() { return 'json' } }
const cycle = {}; cycle.self = cycle;
const describe = (value) => {
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (value instanceof ArrayBuffer) return 'ArrayBuffer ' + [...new Uint8Array(value)];
  if (typeof value === 'function') return 'function ' + typeof value(20);
  return JSON.stringify(value);
};
let received;
on('value', (...args) => { received = args });
const send = (value) => { received = undefined; emit('value', value); return describe(received[0]) };
`;

/** What is sent, as code, and what arrives. */
const TABLE: [sent: string, received: string][] = [
  ['undefined', 'null'],
  ['null', 'null'],
  ["Symbol('x')", 'null'],
  ['function* () {}', 'null'],
  ['async function* () {}', 'null'],
  ['{ a: undefined, b: 1 }', '{"a":null,"b":1}'],
  ['[1, , 3]', '[1,null,3]'],
  ['NaN', 'NaN'],
  ['Infinity', 'Infinity'],
  ['-Infinity', '-Infinity'],
  ['-0', '0'],
  ['2147483647', '2147483647'],
  ['2147483648', '2147483648'],
  ['4294967295', '4294967295'],
  ['9007199254740991', '9007199254740991'],
  ['-9007199254740991', '-9007199254740991'],
  ['1.1', '1.1'],
  ['-129', '-129'],
  ['new Map([[1, 2]])', '{}'],
  ['new Set([1])', '{}'],
  ['new Date()', '{}'],
  ["new Error('x')", '{}'],
  ['/x/', '{}'],
  ["new URL('http://a/')", '{}'],
  ['Promise.resolve(1)', '{}'],
  ['new DataView(new ArrayBuffer(2))', '{}'],
  ["Buffer.from('ab')", '{"0":97,"1":98}'],
  ['new Uint8Array([1, 2])', '{"0":1,"1":2}'],
  ['new Float64Array([1.5])', '{"0":1.5}'],
  ['new Uint8Array([1, 2]).buffer', 'ArrayBuffer 1,2'],
  ['() => 1', 'function number'],
  ['async () => 1', 'function object'],
  ['class A { constructor() {} }', 'function refused'],
  ['new Thing()', '{"a":1}'],
  ['Object.assign(Object.create(null), { z: 1 })', '{"z":1}'],
  ['Object(true)', '{}'],
  ["Object('st')", '{"0":"s","1":"t"}'],
  ['Object.assign([1], { extra: 1 })', '[1]'],
  ["'héllo ✓ 🎉'", '"héllo ✓ 🎉"'],
  ["'x'.repeat(300)", `"${'x'.repeat(300)}"`],
  ["''", '""'],
  ['[]', '[]'],
  ['{ 1: { deep: [true, false] } }', '{"1":{"deep":[true,false]}}'],
];

describe('a value sent by an event', () => {
  let server: SimServer;
  beforeAll(async () => {
    const resources = [{ name: PROBE, scripts: { server: [SCRIPT] } }];
    server = await startServer({ clock: 'manual', resourceName: PROBE, resources });
  });
  afterAll(() => server.shutdown());

  test.each(TABLE)('%s arrives as %s', (sent, received) => {
    if (received === 'function refused') {
      // Calling a class without `new` fails on its owner's side.
      expect(() => server.evaluate(`send(${sent})`)).toThrow('Error in nested ref call');
    } else {
      expect(server.evaluate(`send(${sent})`)).toBe(received);
    }
  });

  test.each([
    ['a bigint', '5n', 'Unsupported type "bigint"'],
    ['a cycle', 'cycle', 'Maximum call stack size exceeded'],
    ['a getter that throws', "{ get a() { throw new Error('mine') } }", 'mine'],
  ])('%s throws', (_name, sent, message) => {
    expect(() => server.evaluate(`send(${sent})`)).toThrow(message);
  });

  test('a lone surrogate is mangled', () => {
    expect(server.evaluate("emit('value', 'a\\ud800b'); received[0] === 'a\\ud800b'")).toBe(false);
  });

  test('a toJSON on the prototype is not asked, an own one becomes a function', () => {
    expect(server.evaluate("emit('value', { toJSON() { return 1 } }); typeof received[0].toJSON")).toBe(
      'function',
    );
  });

  test('the key __proto__ sets the prototype of what arrives', () => {
    const code = `emit('value', JSON.parse('{"__proto__":{"admin":true}}'));
      [Object.keys(received[0]).length, received[0].admin]`;
    expect(server.evaluate(code)).toEqual([0, true]);
  });

  test('objects and arrays belong to the realm of the receiver', () => {
    const code = `emit('value', { list: [] }); [received[0] instanceof Object, received[0].list instanceof Array]`;
    expect(server.evaluate(code)).toEqual([true, true]);
  });
});

test('what is packed is what the game packs', async () => {
  const server = await start();
  const hex = server.evaluate(`Buffer.from(msgpack_pack([
    0, 127, 128, 256, 65536, 2147483647, 2147483648, -1, -32, -33, -129, -32769, 1.5,
    'a', 'x'.repeat(32), null, true, false, { k: [] }, new Uint8Array([7]).buffer,
  ])).toString('hex')`);
  expect(hex).toBe(
    [
      'dc0014 00 7f cc80 cd0100 ce00010000 ce7fffffff cb41e0000000000000',
      'ff e0 d0df d1ff7f d2ffff7fff cb3ff8000000000000',
      `a161 d920${'78'.repeat(32)} c0 c3 c2 81a16b90 c40107`,
    ]
      .join('')
      .replaceAll(' ', ''),
  );
});

test('a payload that is no MessagePack is reported, and no handler runs', async () => {
  const server = await start({ server: "on('x', () => console.log('ran'))" });
  server.evaluate("TriggerEventInternal('x', new Uint8Array([0x92, 1]), 2)");
  expect(server.problems[0]?.message).toContain(
    'Error calling system event handling function in resource probe',
  );
});
