// Distorts JSON values where they have structure: drops, swaps, nests, repeats, and puts hostile values in.

import { fc } from './properties.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Values that readers stumble over. */
const hostile: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e300,
    '',
    ' ',
    'nil',
    'null',
    'undefined',
    'NaN',
    '12',
    '0x10',
    '~r~<b>^1',
    '\u202e\u0000\ud800',
    '%s %d $& {caller}',
    [],
    {},
    [[]],
    [null],
    'x'.repeat(20_000),
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.integer(),
  fc.constant(null).map(() => JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":1}}')),
);

type Step = { kind: 'drop' | 'replace' | 'wrap' | 'twice' | 'text'; at: number; value: Json };

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('drop', 'replace', 'wrap', 'twice', 'text'),
  at: fc.nat(200),
  value: hostile,
});

/** One of the values, distorted at up to four places, often under the type of another one. */
export function mutated(values: readonly unknown[]): fc.Arbitrary<unknown> {
  return fc
    .record({
      from: fc.nat(values.length - 1),
      type: fc.option(fc.nat(values.length - 1)),
      steps: fc.array(step, { maxLength: 4 }),
    })
    .map(({ from, type, steps }) => {
      const value = structuredClone(values[from]) as { [key: string]: Json };
      const other = type === null ? undefined : (values[type] as { type?: string }).type;
      if (other !== undefined) value.type = other;
      for (const one of steps) distort(value, one);
      return value;
    });
}

/** Applies a step to one of the members inside `root`, counted through all levels. The key is left alone. */
function distort(root: { [key: string]: Json }, { kind, at, value }: Step): void {
  const places: [parent: { [key: string]: Json }, key: string][] = [];
  const visit = (parent: Json) => {
    if (typeof parent !== 'object' || parent === null) return;
    const members = parent as { [key: string]: Json };
    for (const key of Object.keys(members)) {
      if (parent !== root || key !== 'key') places.push([members, key]);
      visit(members[key] ?? null);
    }
  };
  visit(root);
  const place = places[at % Math.max(1, places.length)];
  if (!place) return;
  const [parent, key] = place;
  const old = parent[key] ?? null;
  if (kind === 'drop') delete parent[key];
  else if (kind === 'replace') parent[key] = value;
  else if (kind === 'wrap') parent[key] = [old];
  else if (kind === 'twice') parent[key] = [old, structuredClone(old)];
  else parent[key] = JSON.stringify(old);
}
