// Writes down what is new for each player and for other resources, step by step, in short lines.

import type { World } from './world.ts';

/** What is new since the last look, by who sees it. Who sees nothing new is left out. */
export interface Journal {
  news(): Readonly<Record<string, readonly string[]>>;
}

/** Local events that the neighbour listens for, and what it notes of their arguments. */
const EVENTS = {
  callOpened: '(call) => call.key',
  callUpdated: '(call) => call.key',
  callClosed: "(call) => call.key + (call.position ? '' : ' without a place')",
  callNote: '(call, note) => note.content',
  unitAttached: '(call, unit) => unit.ident',
  unitDetached: '(call, unit) => unit.ident',
  unitLogin: '(unit) => unit.ident',
  unitLogout: '(unit) => unit.ident',
  unitStatus: "(unit, before) => unit.ident + ' ' + before.statusLabel + ' -> ' + unit.statusLabel",
  unitPanic: "(unit, isPanic) => unit.ident + ' ' + isPanic",
  dutyChanged: "(player, isOnDuty) => player + ' ' + isOnDuty",
  tone: '(tone) => tone.url',
  stationAlert: '(alert) => alert.locations[0].name',
  pager: '(page) => page.body',
  push: '(type) => type',
} as const;

/** Script of the neighbour that hears the local events. */
export const EAVESDROPPER = `
  let heard = [];
  ${Object.entries(EVENTS)
    .map(
      ([name, note]) => `on('sonorancad:${name}', (...args) => heard.push('${name} ' + (${note})(...args)));`,
    )
    .join('\n')}
  exports('heard', () => heard.splice(0));
`;

/** Follows the players; the world's neighbour has to be the eavesdropper. */
export function createJournal(world: World, players: Readonly<Record<string, number>>): Journal {
  const blips = new Map<string, readonly string[]>();
  const feed = new Map<string, number>();

  function newsOf(name: string, player: number): string[] {
    const sight = world.sees(player);
    const now = sight.blips.map((blip) => `${blip.name} at ${Math.round(blip.x)}, ${Math.round(blip.y)}`);
    const before = blips.get(name) ?? [];
    blips.set(name, now);
    const posts = sight.feed.slice(feed.get(name) ?? 0);
    feed.set(name, sight.feed.length);
    return [
      ...now.filter((blip) => !before.includes(blip)).map((blip) => `+ ${blip}`),
      ...before.filter((blip) => !now.includes(blip)).map((blip) => `- ${blip}`),
      ...posts.map(({ sender, subject, text }) => [sender, subject, text].join(' | ')),
    ];
  }

  return {
    news() {
      const news = Object.entries(players).map(([name, id]): [string, string[]] => [name, newsOf(name, id)]);
      const heard = world.callNeighbour('heard') as string[];
      return Object.fromEntries(
        [...news, ['others', heard] as const].filter(([, lines]) => lines.length > 0),
      );
    },
  };
}
