import { beforeEach, describe, expect, test } from '@jest/globals';
import { hashOf } from './define.ts';
import type { TestGame } from './test-support.ts';
import { testGame } from './test-support.ts';

let rig: TestGame;
beforeEach(() => {
  rig = testGame({ heading: 90 });
});

describe('the player', () => {
  test('has an index, a server id, a name and a ped', () => {
    const index = rig.call('PlayerId');
    const ped = rig.call('PlayerPedId');
    expect(rig.call('GetPlayerServerId', index)).toBe(7);
    expect(rig.call('GetPlayerFromServerId', 7)).toBe(index);
    expect(rig.call('GetPlayerName', index)).toBe('Ada');
    expect([rig.call('GetPlayerPed', -1), rig.call('GetPlayerPed', index)]).toEqual([ped, ped]);
    expect([rig.call('GetPlayerServerId', -1), rig.call('GetPlayerName', -1)]).toEqual([0, '**Invalid**']);
    expect(rig.call('NetworkGetPlayerIndexFromPed', ped)).toBe(index);
    expect(rig.call('GetActivePlayers')).toEqual([index]);
    expect(rig.call('NetworkIsSessionStarted')).toBe(true);
  });

  test('is not alone when others come near', () => {
    const ped = rig.game.addPlayer(9, 'Bob', [1, 2, 3]);
    const index = rig.call('GetPlayerFromServerId', 9);
    expect([rig.call('GetPlayerName', index), rig.call('GetPlayerPed', index)]).toEqual(['Bob', ped]);
    expect(rig.call('GetActivePlayers')).toEqual([rig.call('PlayerId'), index]);
    rig.game.removePlayer(9);
    expect(rig.call('GetPlayerFromServerId', 9)).toBe(-1);
    expect([rig.call('GetPlayerName', index), rig.call('GetPlayerPed', index)]).toEqual(['**Invalid**', 0]);
    expect(rig.call('NetworkIsPlayerActive', index)).toBe(false);
  });

  test('sends events to the server, cut to the length given', () => {
    rig.call('TriggerServerEventInternal', 'cad:respond', new Uint8Array([1, 2, 3]), 2);
    rig.call('TriggerLatentServerEventInternal', 'cad:photo', new Uint8Array([4]), 1, 1000);
    expect(rig.sent).toEqual([
      { name: 'cad:respond', payload: new Uint8Array([1, 2]) },
      { name: 'cad:photo', payload: new Uint8Array([4]) },
    ]);
  });
});

describe('the ped', () => {
  const ped = () => rig.call('PlayerPedId');

  test('is where it was put and goes where it is put', () => {
    expect(rig.call('GetEntityCoords', ped(), true)).toEqual([100, 200, 30]);
    expect(rig.call('GetEntityHeading', ped())).toBe(90);
    expect(rig.call('GetEntityForwardVector', ped())).toEqual([expect.closeTo(-1), expect.closeTo(0), 0]);
    rig.game.ped.coords = [1, 2, 3];
    rig.game.ped.dead = true;
    rig.game.ped.armed = true;
    expect(rig.call('GetEntityCoords', ped(), true)).toEqual([1, 2, 3]);
    expect([rig.call('IsEntityDead', ped()), rig.call('IsPedArmed', ped(), 7)]).toEqual([true, true]);
    expect(rig.problems).toEqual([]);
  });

  test('may sit in a vehicle', () => {
    expect([
      rig.call('IsPedInAnyVehicle', ped(), false),
      rig.call('GetVehiclePedIsIn', ped(), false),
    ]).toEqual([false, 0]);
    const model = hashOf('police');
    rig.game.ped.vehicle = { handle: 900, plate: 'LSPD 01 ', model, displayName: 'POLICE', class: 18 };
    const vehicle = rig.call('GetVehiclePedIsIn', ped(), false);
    expect(vehicle).toBe(900);
    expect(rig.call('GetVehicleNumberPlateText', vehicle)).toBe('LSPD 01 ');
    expect(rig.call('GetDisplayNameFromVehicleModel', rig.call('GetEntityModel', vehicle))).toBe('POLICE');
    expect(rig.call('GetEntityCoords', vehicle, true)).toEqual([100, 200, 30]);
    expect(rig.call('GetPedInVehicleSeat', vehicle, -1)).toBe(ped());
    expect([rig.call('IsEntityAVehicle', vehicle), rig.call('IsEntityAPed', vehicle)]).toEqual([true, false]);
    rig.game.ped.vehicle = null;
    expect(rig.call('DoesEntityExist', 900)).toBe(false);
    expect(rig.problems).toEqual([]);
  });

  test('that does not exist is a problem for what reads it', () => {
    expect(rig.call('GetEntityCoords', 0, true)).toEqual([0, 0, 0]);
    expect(rig.takeProblems()).toEqual(['native: GetEntityCoords: entity 0 does not exist']);
  });
});

test('entities have network ids, by which others find them while they are here', () => {
  const ped = rig.game.addPlayer(9, 'Bob', [1, 2, 3]);
  const netId = rig.call('NetworkGetNetworkIdFromEntity', ped);
  expect(rig.call('PedToNet', ped)).toBe(netId);
  expect(rig.call('NetworkGetEntityFromNetworkId', netId)).toBe(ped);
  expect(rig.call('NetworkDoesEntityExistWithNetworkId', netId)).toBe(true);
  rig.game.removePlayer(9);
  expect(rig.call('NetToPed', netId)).toBe(0);
  expect(rig.call('NetworkDoesNetworkIdExist', 99)).toBe(false);
});

test('distances', () => {
  expect(rig.call('GetDistanceBetweenCoords', 0, 0, 0, 3, 4, 99, false)).toBe(5);
  expect(rig.call('GetDistanceBetweenCoords', 0, 0, 0, 0, 3, 4, true)).toBe(5);
  expect(rig.call('Vdist', 0, 0, 0, 0, 3, 4)).toBe(5);
  expect(rig.call('Vdist2', 0, 0, 0, 0, 3, 4)).toBe(25);
});

describe('places', () => {
  test('have streets, named by hash', () => {
    rig = testGame({ streetAt: (x) => (x > 0 ? ['Grove St', 'Davis Ave'] : ['Alone Rd', '']) });
    const [street, crossing] = rig.call('GetStreetNameAtCoord', 1, 0, 0) as number[];
    expect(street).toBe(hashOf('Grove St'));
    expect(rig.call('GetStreetNameFromHashKey', street)).toBe('Grove St');
    expect(rig.call('GetStreetNameFromHashKey', (crossing ?? 0) >>> 0)).toBe('Davis Ave');
    expect(rig.call('GetStreetNameAtCoord', -1, 0, 0)).toEqual([hashOf('Alone Rd'), 0]);
    expect(rig.call('GetStreetNameFromHashKey', 0)).toBe('');
  });

  test('lie in zones', () => {
    expect(rig.call('GetNameOfZone', -150, 6330, 30)).toBe('PALETO');
    expect(rig.call('GetNameOfZone', 9000, 9000, 0)).toBe('OCEANA');
    expect(testGame({ zoneAt: () => 'MINE' }).call('GetNameOfZone', 0, 0, 0)).toBe('MINE');
  });

  test('have ground only near the player and from above', () => {
    rig.game.groundZ = 28;
    expect(rig.call('GetGroundZFor_3dCoord', 110, 210, 1000, false)).toEqual([true, 28]);
    expect(rig.call('GetGroundZFor_3dCoord', 110, 210, 5, false)).toEqual([false, 0]);
    expect(rig.call('GetGroundZFor_3dCoord', 5000, 210, 1000, false)).toEqual([false, 0]);
  });
});

describe('the screen', () => {
  test('has the real size, a fixed one, and a safe zone', () => {
    expect(rig.call('GetActiveScreenResolution')).toEqual([1920, 1080]);
    expect(rig.call('GetScreenResolution')).toEqual([1280, 720]);
    expect(rig.call('GetAspectRatio', false)).toBeCloseTo(16 / 9);
    rig.game.screen.safeZone = 0.95;
    expect(rig.call('GetSafeZoneSize')).toBe(0.95);
  });

  test('shows map and HUD unless told otherwise', () => {
    expect([rig.call('IsRadarHidden'), rig.call('IsHudHidden')]).toEqual([false, false]);
    rig.call('DisplayRadar', false);
    rig.game.screen.hudHidden = true;
    expect([rig.call('IsRadarHidden'), rig.call('IsHudHidden')]).toEqual([true, true]);
    rig.game.paused = true;
    expect(rig.call('IsPauseMenuActive')).toBe(true);
  });

  test('knows the time since the game began', () => {
    rig.advance(1500);
    expect(rig.call('GetGameTimer')).toBe(1500);
  });
});

test('hashes are those of the game', () => {
  expect(hashOf('CELL_EMAIL_BCON') >>> 0).toBe(0x5347949f);
  expect(hashOf('cell_email_bcon')).toBe(hashOf('jamyfafi'));
});

test('listeners hear of changes until they go', () => {
  let changes = 0;
  const stop = rig.game.onChange(() => {
    changes += 1;
  });
  const changesBy = (run: () => void): number => {
    changes = 0;
    run();
    return changes;
  };
  expect(changesBy(() => rig.call('AddBlipForCoord', 1, 2, 3))).toBeGreaterThan(0);
  expect(changesBy(() => Object.assign(rig.game.ped, { coords: [0, 0, 0] }))).toBeGreaterThan(0);
  expect(changesBy(() => Object.assign(rig.game, { paused: true }))).toBeGreaterThan(0);
  expect(changesBy(() => rig.game.onChatEvent('chat:addMessage', ['x']))).toBeGreaterThan(0);
  expect(changesBy(() => rig.call('IsPauseMenuActive'))).toBe(0);
  stop();
  expect(changesBy(() => rig.call('SetNewWaypoint', 1, 2))).toBe(0);
});
