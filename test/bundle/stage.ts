// What stories have in common: a world of their own, events to send, and what players see in few words.

import { fixtureText } from '../support/fixtures.ts';
import {
  type Answer,
  CIVILIAN,
  type CreateWorld,
  IRIS,
  KEY,
  MARA,
  TOM,
  type World,
  type WorldOptions,
} from './world.ts';

export const EVENT = '/sonorancad/event';

/** Sends an event with the right key. */
export function push(world: World, type: string, data: unknown, path = EVENT): Promise<Answer> {
  return world.request('POST', path, JSON.stringify({ key: KEY, type, data }), {
    'Content-Type': 'application/json',
  });
}

/** Sends a fixture as it is, and lets what follows arrive. */
export async function pushFixture(world: World, name: string): Promise<Answer> {
  const answer = await world.request('POST', EVENT, fixtureText(name));
  await world.settle();
  return answer;
}

/** Sends a 911 call with a position of its own. */
export const pushCall = (world: World, callId: number, extra: object = {}) =>
  push(world, 'EVENT_911', {
    call: {
      callId,
      isEmergency: true,
      caller: 'Nora Fields',
      location: 'Sinner St',
      description: 'A van',
      metaData: { x: String(100 + callId), y: '5', z: '30' },
      ...extra,
    },
  });

/** Sends a dispatch call with a position of its own. */
export const pushDispatch = (world: World, callId: number, extra: object = {}) =>
  push(world, 'EVENT_DISPATCH_NEW', {
    dispatch: {
      callId,
      status: 1,
      priority: 2,
      address: 'Alta St',
      title: 'Burglary',
      code: '10-31',
      idents: [],
      metaData: { x: String(100 + callId), y: '5', z: '30' },
      ...extra,
    },
  });

/** Logs a unit in. */
export const pushUnit = (world: World, id: number, data: object, isDispatch = false) =>
  push(world, 'EVENT_UNIT_LOGIN', { unit: { id, status: 2, data }, isDispatch });

/** Logs the units of the fixtures in: the dispatcher Mara, Iris of the LSPD, Tom of the LSFD. */
export async function logInUnits(world: World): Promise<void> {
  for (const name of ['01_unit_login_dispatcher', '02_unit_login', '03_unit_login_apiids_only']) {
    await pushFixture(world, name);
  }
}

/** Plays `story` in a world of its own and tells what the host complained about besides. */
export async function inWorld<T>(
  create: CreateWorld,
  options: WorldOptions,
  story: (world: World) => Promise<T>,
): Promise<{ outcome: T; problems: readonly string[] }> {
  const world = await create(options);
  try {
    const outcome = await story(world);
    await world.settle();
    return { outcome, problems: world.problems() };
  } finally {
    await world.end();
  }
}

/** A story to play in any world; it returns plain data. */
export type Story = (create: CreateWorld) => Promise<{ outcome: unknown; problems: readonly string[] }>;

/** A story in which the units of the fixtures are logged in. */
export const onDuty =
  (story: (world: World) => Promise<unknown>, options: WorldOptions = {}): Story =>
  (create) =>
    inWorld(create, { players: [IRIS, TOM, MARA, CIVILIAN], ...options }, async (world) => {
      await logInUnits(world);
      return story(world);
    });

/** Names of a player's blips. */
export const names = (world: World, player: number) => world.sees(player).blips.map(({ name }) => name);
/** How many posts a player has had. */
export const posts = (world: World, player: number) => world.sees(player).feed.length;
/** A player's posts, each in one line without the texts. */
export const subjects = (world: World, player: number) =>
  world.sees(player).feed.map(({ sender, subject }) => `${sender} | ${subject}`);
