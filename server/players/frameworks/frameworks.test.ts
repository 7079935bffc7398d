// What each framework answers and tells, in the shapes that the versions named in the files give.

import { describe, expect, test } from '@jest/globals';
import { createFakeNeighbours, type FakeExports } from '../../../test/support/fake-neighbours.ts';
import { esx } from './esx.ts';
import type { Character, Framework } from './framework.ts';
import { ox } from './ox.ts';
import { qbcore } from './qbcore.ts';
import { qbox } from './qbox.ts';

const esxExports = (xPlayer: unknown): FakeExports => ({
  getSharedObject: () => ({ Players: {}, GetPlayerFromId: (id: number) => (id === 1 ? xPlayer : null) }),
});
const qbPlayer = (job: unknown, charinfo: unknown = { firstname: 'Ada', lastname: 'Lovelace' }) => ({
  Functions: { Save: () => {} },
  PlayerData: { source: 1, charinfo, job },
});
const getPlayer = (player: unknown) => (id: number) => (id === 1 ? player : null);
const qbExports = (player: unknown): FakeExports => ({ GetPlayer: getPlayer(player) });
const oldQbExports = (player: unknown): FakeExports => ({
  GetCoreObject: () => ({ Functions: { GetPlayer: getPlayer(player) }, Players: {} }),
});
const oxExports = (player: unknown, groups: unknown, data: Record<string, unknown>): FakeExports => ({
  GetPlayer: getPlayer(player),
  CallPlayer: (_id: number, method: string, key: string) => (method === 'getGroups' ? groups : data[key]),
});

const ada = (...jobs: Character['jobs']): Character => ({ name: 'Ada Lovelace', jobs });
const police = (grade: number, isOnDuty: boolean | null) => ({ name: 'police', grade, isOnDuty });
const qbJob = { name: 'police', label: 'LSPD', onduty: true, grade: { name: 'Officer', level: 1 } };

describe('a character of', () => {
  test.each<[string, Framework, FakeExports, Character | null]>([
    [
      'ESX 1.13',
      esx,
      esxExports({
        name: 'Ada Lovelace',
        job: { name: 'police', grade: 2, grade_name: 'sergeant', onDuty: false },
      }),
      ada(police(2, false)),
    ],
    [
      'ESX 1.9, which knows no duty',
      esx,
      esxExports({ name: 'Ada Lovelace', job: { name: 'police', grade: '2' } }),
      ada(police(2, null)),
    ],
    ['ESX, nobody', esx, esxExports(null), null],
    ['QBCore 1.3', qbcore, qbExports(qbPlayer(qbJob)), ada(police(1, true))],
    ['QBCore 1.2', qbcore, oldQbExports(qbPlayer({ ...qbJob, onduty: false })), ada(police(1, false))],
    ['QBCore, a duty of 1', qbcore, qbExports(qbPlayer({ ...qbJob, onduty: 1 })), ada(police(1, true))],
    ['QBCore, no name', qbcore, qbExports(qbPlayer(qbJob, null)), { name: null, jobs: [police(1, true)] }],
    ['QBCore, nobody', qbcore, qbExports(null), null],
    ['QBCore 1.2, nobody', qbcore, oldQbExports(undefined), null],
    ['Qbox', qbox, qbExports(qbPlayer(qbJob)), ada(police(1, true))],
    [
      'ox_core',
      ox,
      oxExports(
        { source: 1, charId: 5 },
        { police: 3, mechanic: 1 },
        { name: 'Ada Lovelace', activeGroup: 'police' },
      ),
      ada(police(3, true), { name: 'mechanic', grade: 1, isOnDuty: false }),
    ],
    [
      'ox_core, no active group',
      ox,
      oxExports({ source: 1, charId: 5 }, { police: 3 }, { name: 'Ada Lovelace' }),
      ada(police(3, false)),
    ],
    ['ox_core, no groups', ox, oxExports({ charId: 5 }, {}, { name: 'Ada Lovelace' }), ada()],
    ['ox_core, choosing a character', ox, oxExports({ source: 1, charId: null }, {}, {}), null],
    ['ox_core, nobody', ox, oxExports(null, null, {}), null],
  ])('%s', (_, framework, exported, expected) => {
    const { resources } = createFakeNeighbours({ [framework.resource]: exported });
    const ask = framework.connect(resources);
    expect([ask(1), ask(99)]).toEqual([expected, null]);
  });
});

describe('an answer that cannot be read says where', () => {
  test.each<[string, Framework, FakeExports, RegExp]>([
    ['ESX without the export', esx, {}, /No such export getSharedObject/],
    ['ESX that is not ready', esx, { getSharedObject: () => null }, /getSharedObject answered with nothing/],
    ['ESX of another kind', esx, { getSharedObject: () => ({}) }, /GetPlayerFromId/],
    ['ESX without job', esx, esxExports({ name: 'Ada' }), /GetPlayerFromId .*job/],
    ['QBCore without job', qbcore, qbExports(qbPlayer(null)), /PlayerData\.job/],
    ['QBCore without anything', qbcore, {}, /GetCoreObject/],
    ['a promise', qbox, { GetPlayer: async () => null }, /promise/],
    ['a promise that fails', qbox, { GetPlayer: () => Promise.reject(new Error('x')) }, /promise/],
    ['ox_core with other groups', ox, oxExports({ charId: 1 }, 'police', {}), /getGroups/],
  ])('%s', (_, framework, exported, message) => {
    const { resources } = createFakeNeighbours({ [framework.resource]: exported });
    expect(() => framework.connect(resources)(1)).toThrow(message);
  });
});

test('QBCore is asked for its large core object once', () => {
  const { resources, calls } = createFakeNeighbours({ 'qb-core': oldQbExports(qbPlayer(qbJob)) });
  const ask = qbcore.connect(resources);
  ask(1);
  ask(1);
  ask(2);
  expect(calls.filter((call) => call === 'qb-core.GetCoreObject')).toHaveLength(1);
});

describe('events of', () => {
  const rows: [Framework, string, unknown[], string[]][] = [
    [esx, 'esx:playerLoaded', [3, { source: 3 }, false], ['changed 3']],
    [esx, 'esx:setJob', [3, { name: 'police' }, { name: 'taxi' }], ['changed 3']],
    [esx, 'esx:playerLogout', [3], ['left 3']],
    [esx, 'esx:playerDropped', [3, 'reason'], ['left 3']],
    [qbcore, 'QBCore:Server:OnJobUpdate', [3, {}], ['changed 3']],
    [qbcore, 'QBCore:Server:SetDuty', [3, true], ['changed 3']],
    [qbcore, 'QBCore:Server:PlayerLoaded', [{ PlayerData: { source: 3 } }], ['changed 3']],
    [qbcore, 'QBCore:Server:PlayerLoaded', [null], []],
    [qbcore, 'QBCore:Server:OnPlayerUnload', [3], ['left 3']],
    [qbox, 'QBCore:Server:SetDuty', [3, true], ['changed 3']],
    [qbox, 'qbx_core:server:onGroupUpdate', [3, 'police'], ['changed 3']],
    [qbox, 'qbx_core:server:playerLoggedOut', [3], ['left 3']],
    [ox, 'ox:playerLoaded', [3, 7, 8], ['changed 3']],
    [ox, 'ox:setGroup', ['3', 'police', 2], ['changed 3']],
    [ox, 'ox:setActiveGroup', [3, 'police', null], ['changed 3']],
    [ox, 'ox:playerLogout', [3, 7, 8], ['left 3']],
    [ox, 'ox:playerLoaded', ['all'], []],
    [esx, 'esx:setJob', [], []],
  ];
  const named = rows.map(([framework, event, args, expected]) => ({
    title: `${framework.label}: ${event} ${JSON.stringify(args)}`,
    ...{ framework, event, args, expected },
  }));

  test.each(named)('$title', ({ framework, event, args, expected }) => {
    const { local, emit } = createFakeNeighbours();
    const heard: string[] = [];
    framework.listen(local, {
      changed: (player) => heard.push(`changed ${player}`),
      left: (player) => heard.push(`left ${player}`),
    });
    emit(event, ...args);
    expect(heard).toEqual(expected);
  });
});
