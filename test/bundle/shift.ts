// A whole shift as the fixtures tell it, from the first login to the request for logs, and what everybody sees of it.

import { fixture, storyNames } from '../support/fixtures.ts';
import { createJournal, EAVESDROPPER } from './journal.ts';
import { inWorld, pushFixture } from './stage.ts';
import { CIVILIAN, type CreateWorld, IRIS, MARA, TOM, type World } from './world.ts';

const PLAYERS = [IRIS, TOM, MARA, CIVILIAN];
const JOURNAL = { iris: IRIS.id, tom: TOM.id, mara: MARA.id, nora: CIVILIAN.id };

interface Known {
  readonly key: string;
  readonly stage: string;
  readonly idents: readonly number[];
  readonly priority: unknown;
  readonly notes: readonly object[];
}

/** What the exports say. */
function knowledge(world: World) {
  const calls = world.call('getCalls') as Known[];
  const units = world.call('getUnits') as {
    ident: number;
    statusLabel: string;
    group: string;
    isPanic: boolean;
  }[];
  return {
    calls: calls.map(
      ({ key, stage, idents, priority, notes }) =>
        `${key} ${stage} [${idents}] priority ${priority} notes ${notes.length}`,
    ),
    units: units.map(({ ident, statusLabel, group, isPanic }) =>
      [ident, statusLabel, group, isPanic ? 'PANIC' : ''].join(' ').trim(),
    ),
    onDuty: (world.call('getOnDutyPlayers') as number[]).sort((a, b) => a - b),
  };
}

/** Steps after which the exports are asked. */
const MILESTONES = new Set(['03', '08', '11', '22', '28', '32']);

export const shift = {
  'step by step': (create: CreateWorld) =>
    inWorld(create, { players: PLAYERS, neighbour: EAVESDROPPER }, async (world) => {
      const journal = createJournal(world, JOURNAL);
      const steps: Record<string, unknown> = {};
      for (const name of storyNames) {
        const answer = await pushFixture(world, name);
        const { others = [], ...seen } = journal.news();
        const [first, ...rest] = others;
        steps[name] = {
          ...(answer.body !== 'ok' && { answer }),
          ...(first !== `push ${fixture(name).type}` && { first }),
          ...seen,
          ...(rest.length > 0 && { others: rest }),
          ...(MILESTONES.has(name.slice(0, 2)) && { known: knowledge(world) }),
        };
      }
      return steps;
    }),

  'every step sent twice looks the same': (create: CreateWorld) =>
    inWorld(create, { players: PLAYERS, neighbour: EAVESDROPPER }, async (world) => {
      const journal = createJournal(world, JOURNAL);
      const surprises: Record<string, unknown> = {};
      for (const name of storyNames) {
        await pushFixture(world, name);
        journal.news();
        await pushFixture(world, name);
        const { others = [], ...seen } = journal.news();
        const changes = others.filter((line) => !line.startsWith('push '));
        if (changes.length > 0 || Object.keys(seen).length > 0) surprises[name] = { changes, seen };
      }
      return surprises;
    }),

  'a restart after every step that changes something loses nothing and alerts nobody': (
    create: CreateWorld,
  ) =>
    inWorld(create, { players: PLAYERS, neighbour: EAVESDROPPER }, async (world) => {
      const journal = createJournal(world, JOURNAL);
      const surprises: Record<string, unknown> = {};
      let known = '';
      for (const name of storyNames) {
        await pushFixture(world, name);
        journal.news();
        const before = knowledge(world);
        if (JSON.stringify(before) === known) continue;
        known = JSON.stringify(before);
        await world.restart();
        await world.settle();
        const { others = [], ...seen } = journal.news();
        const changes = others.filter((line) => !line.startsWith('dutyChanged '));
        const after = knowledge(world);
        const isSame = JSON.stringify(after) === known;
        if (changes.length > 0 || Object.keys(seen).length > 0 || !isSame) {
          surprises[name] = { changes, seen, before, after };
        }
      }
      return surprises;
    }),
};
