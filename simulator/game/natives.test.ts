import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { CheckedNative, Kind } from './define.ts';
import { testGame } from './test-support.ts';

const TYPES: Readonly<Record<Kind, readonly string[]>> = {
  int: ['number'],
  float: ['number'],
  bool: ['boolean'],
  text: ['string'],
  'text?': ['string'],
  required: ['string'],
  hash: ['string | number'],
  // The declarations know no binary data: the runtime passes packed arguments where they say string.
  bytes: ['string'],
  func: ['Function'],
  any: ['number', 'string', 'boolean'],
};

const folder = path.dirname(
  createRequire(path.resolve('package.json')).resolve('@citizenfx/client/package.json'),
);
const declarations = new Map(
  [
    ...readFileSync(path.join(folder, 'natives_universal.d.ts'), 'utf8').matchAll(
      /^declare function (\w+)\((.*)\): .+;$/gm,
    ),
  ].map(([, name = '', parameters = '']) => [
    name,
    parameters === '' ? [] : parameters.split(', ').map((parameter) => parameter.replace(/^.*?: /, '')),
  ]),
);

const { game, call, takeProblems } = testGame();

describe('every native', () => {
  test.each(Object.keys(game.natives))('%s is declared with the parameters it checks', (name) => {
    const { kinds } = game.natives[name] as CheckedNative;
    const declared = declarations.get(name);
    expect(declared).toBeDefined();
    expect(declared).toHaveLength(kinds.length);
    kinds.forEach((kind, index) => {
      expect(TYPES[kind]).toContain(declared?.[index]);
    });
  });

  test('reports what the game would misread, under its own name', () => {
    const blip = call('AddBlipForCoord', 1, Number.NaN, Number.POSITIVE_INFINITY);
    expect(takeProblems()).toEqual([
      'type: AddBlipForCoord: argument 1 must be a finite number, not NaN',
      'type: AddBlipForCoord: argument 2 must be a finite number, not Infinity',
    ]);
    call('SetBlipSprite', blip, 161.5);
    expect(takeProblems()).toEqual([
      'type: SetBlipSprite: argument 1 must be an integer: the game reads the bits of 161.5',
    ]);
    call('SetBlipColour', blip);
    call('SetBlipColour', blip, '3');
    expect(takeProblems()).toEqual([
      'type: SetBlipColour: argument 1 must be a finite number, not undefined',
      'type: SetBlipColour: argument 1 must be a finite number, not 3',
    ]);
    call('SetNotificationTextEntry', null);
    expect(takeProblems()[0]).toBe('type: SetNotificationTextEntry: argument 0 must be a string, not null');
  });

  test('keeps floats of 32 bits, named by their shortest decimal', () => {
    for (const x of [0.1, 428.12 + 1e-7, -1234.5678, 1 / 3, 10 + 1e-7, 2 ** 24 + 1]) {
      const blip = call('AddBlipForCoord', x, 0, 0);
      const [kept = Number.NaN] = call('GetBlipCoords', blip) as number[];
      expect(Math.fround(kept)).toBe(Math.fround(x));
      expect(String(kept).replace(/\D/g, '').length).toBeLessThanOrEqual(9);
    }
    call('AddBlipForCoord', 1e39, 0, 0);
    expect(takeProblems()).toEqual(['type: AddBlipForCoord: argument 0 must be a finite number, not 1e+39']);
  });

  test('of FiveM throws for a string that is null', () => {
    expect(() => call('RegisterKeyMapping', '+x', null, 'keyboard', 'F5')).toThrow(
      'Argument at index 1 was null.',
    );
  });
});
