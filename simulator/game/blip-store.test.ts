import { beforeEach, describe, expect, test } from '@jest/globals';
import { fc } from '../../test/support/properties.ts';
import type { CheckedNative } from './define.ts';
import type { TestGame } from './test-support.ts';
import { testGame } from './test-support.ts';

let rig: TestGame;
beforeEach(() => {
  rig = testGame();
});

const add = (): number => rig.call('AddBlipForCoord', 1, 2, 3) as number;

const takesBlip = (name: string): boolean => /Blip/.test(name) && name !== 'DoesBlipExist';
const NATIVES = Object.entries(testGame().game.natives)
  .filter(
    ([name, native]) =>
      takesBlip(name) &&
      !/^(AddBlip|GetFirst|GetNext|GetBlipFromEntity|BeginText|GetWaypointBlip)/.test(name) &&
      (native as CheckedNative).kinds[0] === 'int',
  )
  .map(
    ([name, native]) =>
      [
        name,
        (native as CheckedNative).kinds.slice(1).map((kind) => (kind === 'text' ? 'STRING' : 1)),
      ] as const,
  );

describe('a handle', () => {
  test.each(NATIVES)('that was removed or never existed is a problem for %s', (native, args) => {
    const blip = add();
    rig.call('RemoveBlip', blip);
    for (const [handle, what] of [
      [blip, 'was removed'],
      [424_242, 'never existed'],
      [0, 'never existed'],
    ] as const) {
      rig.call('BeginTextCommandSetBlipName', 'STRING');
      rig.call(native, handle, ...args);
      const mine = rig.takeProblems().filter((message) => message.startsWith('blip'));
      expect(mine).toEqual([`blip: ${native}: blip ${handle} ${what}`]);
      rig.game.onResourceStop('cad');
    }
    expect(rig.game.blips).toEqual([]);
  });

  test('may always be asked for', () => {
    const blip = add();
    expect(rig.call('DoesBlipExist', blip)).toBe(true);
    rig.call('RemoveBlip', blip);
    expect([blip, 0, -1, 7].map((handle) => rig.call('DoesBlipExist', handle))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(rig.problems).toEqual([]);
  });

  test('belongs to the resource that made it', () => {
    const blip = add();
    rig.callAs('other', 'RemoveBlip', blip);
    expect(rig.takeProblems()).toEqual([`blip: RemoveBlip: blip ${blip} belongs to cad: it stays`]);
    rig.callAs('other', 'SetBlipColour', blip, 1);
    expect(rig.game.blips).toMatchObject([{ colour: 1 }]);
  });

  test('ends with its resource', () => {
    add();
    const other = rig.callAs('other', 'AddBlipForCoord', 1, 2, 3);
    rig.game.onResourceStop('cad');
    expect(rig.game.blips.map(({ handle }) => handle)).toEqual([other]);
  });

  test('is never given out twice, and what exists is what was added and not removed', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat(20), { freq: 2 })), (steps) => {
        const given = new Set<number>();
        const live: number[] = [];
        for (const step of steps) {
          if (step === null || live.length === 0) {
            const handle = add();
            expect(given.has(handle)).toBe(false);
            given.add(handle);
            live.push(handle);
          } else {
            rig.call('RemoveBlip', live.splice(step % live.length, 1)[0]);
          }
        }
        expect(rig.game.blips.map(({ handle }) => handle)).toEqual(live);
        for (const handle of given) expect(rig.call('DoesBlipExist', handle)).toBe(live.includes(handle));
        for (const handle of live) rig.call('RemoveBlip', handle);
        expect(rig.game.blips).toEqual([]);
        expect(rig.problems).toEqual([]);
      }),
    );
  });
});

describe('the iterator', () => {
  test('gives the blips of a sprite one after the other', () => {
    const blips = [add(), add(), add()];
    rig.call('SetBlipSprite', blips[1], 2);
    expect(rig.call('GetFirstBlipInfoId', 1)).toBe(blips[0]);
    expect(rig.call('GetFirstBlipInfoId', 2)).toBe(blips[1]);
    expect(rig.call('GetNextBlipInfoId', 1)).toBe(blips[2]);
    expect(rig.call('GetNextBlipInfoId', 1)).toBe(0);
    expect(rig.call('GetFirstBlipInfoId', 99)).toBe(0);
  });

  test('skips what was removed meanwhile', () => {
    const blips = [add(), add(), add()];
    rig.call('GetFirstBlipInfoId', 1);
    rig.call('RemoveBlip', blips[1]);
    expect(rig.call('GetNextBlipInfoId', 1)).toBe(blips[2]);
  });
});

test('what is read cannot change the game', () => {
  add();
  const [blip] = rig.game.blips;
  if (!blip) throw new Error('no blip');
  blip.coords[0] = 99;
  expect(rig.game.blips[0]?.coords).toEqual([1, 2, 3]);
});
