// For any bytes: what comes of parsing item by item is what JSON.parse makes of them, also the second time.

import { expect, test } from '@jest/globals';

import { createManualClock } from '../../test/support/manual-clock.ts';
import { fc } from '../../test/support/properties.ts';
import { createInSlices } from './in-slices.ts';
import { createListParser, parseWhole } from './parse-lists.ts';

type Parse = (body: Uint8Array) => unknown;

const outcome = async (parse: Parse, body: Uint8Array) => {
  try {
    return { value: await parse(body) };
  } catch (error) {
    return { isRefused: error instanceof SyntaxError };
  }
};

async function expectAlike(bodies: readonly Uint8Array[]): Promise<void> {
  const parse = createListParser(createInSlices(createManualClock()));
  for (const body of [...bodies, ...bodies]) {
    expect(await outcome(parse, body)).toStrictEqual(await outcome(parseWhole, body));
  }
}

const item = fc.oneof(
  { weight: 4, arbitrary: fc.dictionary(fc.constantFrom('id', 'a"b', '\\', '__proto__', '{'), fc.json()) },
  { weight: 1, arbitrary: fc.json().map((text) => JSON.parse(text)) },
);
const list = fc.array(item, { maxLength: 6 });
const document = fc.oneof(
  list,
  fc.dictionary(fc.constantFrom('units', 'ActiveCalls', 'x'), fc.oneof(list, item)),
);
const written = fc
  .tuple(document, fc.constantFrom(undefined, 1, '\t'))
  .map(([value, indent]) => Buffer.from(JSON.stringify(value, null, indent)));

test('of JSON', async () => {
  await fc.assert(fc.asyncProperty(fc.array(written, { maxLength: 3 }), expectAlike), { numRuns: 200 });
});

test('of JSON that was damaged', async () => {
  const byte = fc.oneof(fc.nat(255), fc.constantFrom(...Buffer.from('{}[]",:\\ 0\uFEFF')));
  const damage = fc.array(fc.tuple(fc.nat(), fc.nat(2), fc.array(byte, { maxLength: 3 })), {
    minLength: 1,
    maxLength: 3,
  });
  const damaged = fc.tuple(written, damage).map(([bytes, cuts]) =>
    cuts.reduce((text, [at, gone, added]) => {
      const from = at % (text.length + 1);
      return Buffer.concat([text.subarray(0, from), Buffer.from(added), text.subarray(from + gone)]);
    }, bytes),
  );
  await fc.assert(
    fc.asyncProperty(written, damaged, (whole, broken) => expectAlike([whole, broken])),
    { numRuns: 500 },
  );
});

test.each([
  ['nothing', ''],
  ['spaces', ' \n'],
  ['a byte order mark', '\uFEFF[{"id":1}]'],
  ['one inside', '[\uFEFF{"id":1}]'],
  ['one inside, before a scalar', '[\uFEFF1]'],
  ['more behind the end', '[{"id":1}] []'],
  ['a comma too many', '[{"id":1},]'],
  ['an end too early', '[{"id":1},{"id'],
  ['crossed brackets', '[{"id":[1}]]'],
  ['a scalar', '12'],
  ['a name that is no text', '{1:[]}'],
  ['foreign space', '[\u00a0{"id":1}]'],
  ['text behind a backslash', '[{"id":"\\\\"},{"id":"\\""}]'],
  ['what would be a prototype', '{"__proto__":[{"__proto__":1}]}'],
])('of %s', (_, text) => expectAlike([Buffer.from(text)]));
