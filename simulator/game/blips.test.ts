import { beforeEach, describe, expect, test } from '@jest/globals';
import type { TestGame } from './test-support.ts';
import { testGame } from './test-support.ts';

let rig: TestGame;
beforeEach(() => {
  rig = testGame();
});

const add = (x = 1, y = 2, z = 3): number => rig.call('AddBlipForCoord', x, y, z) as number;
const name = (blip: number, text: string): void => {
  rig.call('BeginTextCommandSetBlipName', 'STRING');
  rig.call('AddTextComponentSubstringPlayerName', text);
  rig.call('EndTextCommandSetBlipName', blip);
};

describe('a blip', () => {
  test('is where it was put, in the usual looks', () => {
    const coord = add();
    const radius = rig.call('AddBlipForRadius', 4, 5, 6, 75.5);
    const area = rig.call('AddBlipForArea', 7, 8, 9, 10, 20);
    expect(rig.game.blips).toMatchObject([
      {
        handle: coord,
        kind: 'coord',
        coords: [1, 2, 3],
        sprite: 1,
        scale: 1,
        alpha: 255,
        name: null,
        createdBy: 'cad',
      },
      { handle: radius, kind: 'radius', coords: [4, 5, 6], radius: 75.5, sprite: 9 },
      { handle: area, kind: 'area', coords: [7, 8, 9], size: [10, 20] },
    ]);
  });

  test('takes on what natives set', () => {
    const blip = add();
    for (const [native, ...args] of [
      ['SetBlipSprite', 161],
      ['SetBlipColour', 1],
      ['SetBlipScale', 1.25],
      ['SetBlipAlpha', 128],
      ['SetBlipDisplay', 4],
      ['SetBlipCategory', 7],
      ['SetBlipPriority', 10],
      ['SetBlipAsShortRange', true],
      ['SetBlipHiddenOnLegend', true],
      ['SetBlipHighDetail', true],
      ['SetBlipRotation', 90],
      ['ShowNumberOnBlip', 5],
      ['ShowHeadingIndicatorOnBlip', true],
      ['SetBlipSecondaryColour', 1, 2, 3],
      ['SetBlipFlashInterval', 500],
      ['SetBlipCoords', 10, 20, 30],
    ] as const) {
      rig.call(native, blip, ...args);
    }
    name(blip, 'Robbery');
    expect(rig.problems).toEqual([]);
    expect(rig.game.blips).toMatchObject([
      {
        sprite: 161,
        colour: 1,
        scale: 1.25,
        alpha: 128,
        display: 4,
        category: 7,
        priority: 10,
        shortRange: true,
        hiddenOnLegend: true,
        highDetail: true,
        rotation: 90,
        number: 5,
        headingIndicator: true,
        secondaryColour: [1, 2, 3],
        flashInterval: 500,
        coords: [10, 20, 30],
        name: 'Robbery',
      },
    ]);
    rig.call('HideNumberOnBlip', blip);
    rig.call('SetBlipFade', blip, 10, 100);
    expect(rig.game.blips).toMatchObject([{ number: null, alpha: 10 }]);
  });

  test.each([
    ['SetBlipAlpha', 256],
    ['SetBlipAlpha', -1],
    ['SetBlipCategory', 0],
    ['SetBlipDisplay', 256],
    ['SetBlipSprite', -1],
  ])('refuses %s(%d)', (native, value) => {
    rig.call(native, add(), value);
    expect(rig.takeProblems()).toEqual([expect.stringMatching(`^blip: ${native}: ${value} is not within`)]);
  });

  test('is read back by the natives that ask', () => {
    const blip = add();
    rig.call('SetBlipSprite', blip, 60);
    rig.call('SetBlipColour', blip, 3);
    const answers = [
      'GetBlipCoords',
      'GetBlipInfoIdCoord',
      'GetBlipSprite',
      'GetBlipColour',
      'GetBlipInfoIdType',
    ];
    expect(answers.map((native) => rig.call(native, blip))).toEqual([[1, 2, 3], [1, 2, 3], 60, 3, 4]);
    expect(rig.call('GetNumberOfActiveBlips')).toBe(1);
  });

  test('gets a name from a label or a player', () => {
    const blip = add();
    rig.call('SetBlipNameFromTextFile', blip, 'DTVINE');
    expect(rig.game.blips[0]?.name).toBe('Downtown Vinewood');
    rig.call('SetBlipNameToPlayerName', blip, rig.call('PlayerId'));
    expect(rig.game.blips[0]?.name).toBe('Ada');
    rig.call('SetBlipNameFromTextFile', blip, 'NONE');
    expect(rig.takeProblems()).toEqual(['text: SetBlipNameFromTextFile: label NONE does not exist']);
  });

  test('keeps its name out of the feed when the wrong end is called', () => {
    const blip = add();
    rig.call('BeginTextCommandThefeedPost', 'STRING');
    rig.call('EndTextCommandSetBlipName', blip);
    expect(rig.game.blips[0]?.name).toBeNull();
    expect(rig.takeProblems()).toEqual([
      expect.stringContaining('ends a text begun by BeginTextCommandThefeedPost'),
    ]);
  });
});

describe('a blip on an entity', () => {
  test('goes where the entity goes', () => {
    const own = rig.call('AddBlipForEntity', rig.call('PlayerPedId'));
    const ped = rig.game.addPlayer(9, 'Bob', [5, 5, 5]);
    const index = rig.call('GetPlayerFromServerId', 9);
    expect(rig.call('GetPlayerPed', index)).toBe(ped);
    const other = rig.call('AddBlipForEntity', ped);
    rig.game.ped.coords = [1, 1, 1];
    rig.game.addPlayer(9, 'Bob', [6, 6, 6]);
    expect(rig.game.blips.map(({ coords }) => coords)).toEqual([
      [1, 1, 1],
      [6, 6, 6],
    ]);
    expect(rig.call('GetBlipFromEntity', ped)).toBe(other);
    rig.game.removePlayer(9);
    expect(rig.game.blips.map(({ handle }) => handle)).toEqual([own]);
    expect(rig.problems).toEqual([]);
  });

  test('needs an entity', () => {
    expect(rig.call('AddBlipForEntity', 12345)).toBe(0);
    expect(rig.takeProblems()).toEqual(['native: AddBlipForEntity: entity 12345 does not exist']);
  });
});

describe('flashing', () => {
  test('goes on until it is switched off', () => {
    const blip = add();
    rig.call('SetBlipFlashes', blip, true);
    rig.advance(100_000);
    expect(rig.game.blips[0]?.flashes).toBe(true);
    rig.call('SetBlipFlashes', blip, false);
    expect(rig.call('IsBlipFlashing', blip)).toBe(false);
  });

  test('ends by itself with a time', () => {
    const blip = add();
    rig.call('SetBlipFlashTimer', blip, 5000);
    rig.advance(4999);
    expect(rig.game.blips[0]).toMatchObject({ flashes: true, flashTimer: 5000 });
    rig.advance(1);
    expect(rig.game.blips[0]?.flashes).toBe(false);
  });
});

describe('routes', () => {
  test('stay on each blip; the one switched on last is drawn', () => {
    const [first, second] = [add(), add()];
    rig.call('SetBlipRoute', first, true);
    rig.call('SetBlipRouteColour', first, 3);
    rig.call('SetBlipRoute', second, true);
    expect(rig.game.blips).toMatchObject([{ route: true, routeColour: 3 }, { route: true }]);
    expect(rig.game.routeBlip).toBe(second);
    rig.call('RemoveBlip', second);
    expect(rig.game.routeBlip).toBe(first);
    rig.call('SetBlipRoute', first, false);
    expect(rig.game.routeBlip).toBeNull();
    expect(rig.call('DoesBlipHaveGpsRoute', first)).toBe(false);
  });

  test('start in the usual colour: one set before is lost, and that is a problem', () => {
    const blip = add();
    rig.call('SetBlipRouteColour', blip, 3);
    expect(rig.takeProblems()).toEqual([
      expect.stringContaining('the colour is lost, call SetBlipRoute before'),
    ]);
    rig.call('SetBlipRoute', blip, true);
    expect(rig.game.blips[0]?.routeColour).toBe(0);
  });

  test('are all cleared at once', () => {
    for (const blip of [add(), add()]) rig.call('SetBlipRoute', blip, true);
    rig.call('ClearAllBlipRoutes');
    expect(rig.game.blips.map(({ route }) => route)).toEqual([false, false]);
    expect(rig.game.routeBlip).toBeNull();
  });
});
