import { describe, expect, test } from '@jest/globals';
import { exactPosition } from './position.ts';

describe('exactPosition', () => {
  test.each<[string, Record<string, string>, object | null]>([
    ['three coordinates', { x: '425.13', y: '-979.55', z: '30.71' }, { x: 425.13, y: -979.55, z: 30.71 }],
    ['no height', { x: '1', y: '2' }, { x: 1, y: 2, z: null }],
    ['a height that is no number', { x: '1', y: '2', z: 'high' }, { x: 1, y: 2, z: null }],
    ['on an axis', { x: '0', y: '5' }, { x: 0, y: 5 }],
    ['the origin', { x: '0', y: '0.0', z: '3' }, null],
    ['one coordinate', { x: '5' }, null],
    ['words', { x: 'here', y: 'there' }, null],
    ['blank', { x: ' ', y: '5' }, null],
    ['not finite', { x: 'NaN', y: 'Infinity' }, null],
    ['far off any map', { x: '1e9', y: '5' }, null],
    ['nothing', {}, null],
  ])('%s', (_, facts, expected) => {
    const position = exactPosition(facts);
    if (expected) expect(position).toMatchObject({ ...expected, accuracy: 'exact' });
    else expect(position).toBeNull();
  });
});
