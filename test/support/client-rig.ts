// A client script in a game, and what it draws on the map.

import { readFileSync } from 'node:fs';
import { start } from '../../client/main.ts';
import { DELIVERY_EVENT } from '../../shared/delivery.ts';
import { makeClientSettings } from './client-settings.ts';
import { createFakeGame } from './fake-game.ts';

export const english = { 'locales/en.json': readFileSync('locales/en.json', 'utf8') };
export const settings = makeClientSettings(
  {},
  {
    emergency: { sprite: 161, colour: 1, scale: 1 },
    civil: { sprite: 162, colour: 3, scale: 0.8 },
    dispatch: { sprite: 163, colour: 5, scale: 1 },
    panic: { sprite: 164, colour: 1, scale: 1.2 },
    priorities: {},
    flashMs: 15_000,
  },
);

/** A client that has started; `receive` is what the server sends it. */
export function setUp(convars: Record<string, string> = {}, files: Record<string, string> = english) {
  const game = createFakeGame(files, convars);
  start(game);
  const receive = (delivery: unknown) => game.receive(DELIVERY_EVENT, delivery);
  return { game, receive };
}

/** Names of what is on the map. */
export const names = (game: { map: Map<number, { look: { name: string } | null }> }) =>
  [...game.map.values()].map(({ look }) => look?.name);
