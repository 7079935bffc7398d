import { describe, expect, test } from '@jest/globals';
import { readSignatures, signaturesOf } from './signatures.ts';

const signatures = readSignatures(`
/** declare function InAComment(): void; */
declare function NoThing(): void;
declare function Many(a: string, b: number, c?: number, d: boolean, e: string | number, f: Function, g: any): boolean;
declare function Vector(): number[];
declare function Text(): string;
declare function Thing(): any;
declare function Outs(a: number): [boolean, number, string, number[], any /* actually bool */, boolean];
`);

test('parameters', () => {
  expect(signatures.get('Many')?.parameters).toEqual([
    { name: 'a', kind: 'S', optional: false },
    { name: 'b', kind: 'N', optional: false },
    { name: 'c', kind: 'N', optional: true },
    { name: 'd', kind: 'B', optional: false },
    { name: 'e', kind: 'H', optional: false },
    { name: 'f', kind: 'F', optional: false },
    { name: 'g', kind: 'O', optional: false },
  ]);
  expect(signatures.get('NoThing')?.parameters).toEqual([]);
});

test.each([
  ['NoThing', 'rv', ''],
  ['Many', 'rv', ''],
  ['Vector', 'rp', ''],
  ['Text', 'rs', ''],
  ['Thing', 'ro', ''],
  ['Outs', 'rt', 'vnspnn'],
])('%s gives %s %s', (name, kind, elements) => {
  expect(signatures.get(name)?.result).toEqual({ kind, elements });
});

test('natives mentioned in a text, unknown ones left out', () => {
  expect([...signatures.mentionedIn('x.Many(Text, NoThingy) && Unknown()')]).toEqual(['Many', 'Text']);
});

describe('the installed declarations', () => {
  test.each([
    ['server', 'SetHttpHandler', true],
    ['server', 'TriggerServerEventInternal', false],
    ['client', 'AddBlipForCoord', true],
    ['client', 'SetHttpHandler', false],
  ] as const)('%s has %s: %s', (side, name, has) => {
    expect(signaturesOf(side).has(name)).toBe(has);
  });
});
