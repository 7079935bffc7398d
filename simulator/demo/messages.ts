// What the demo's server and its page say to each other over the websocket.

import { type Fields, isFields, isNumber, isText, readTagged } from './fields.ts';
import { type Hand, readHand } from './hands.ts';
import type { DemoState, FixtureView, LineView, Reply, StoryStep } from './views.ts';

/** Server to page. `hello` comes first on each connection. */
export type ServerMessage =
  | {
      readonly type: 'hello';
      /** Where the CAD posts to. */
      readonly eventUrl: string;
      readonly fixtures: readonly FixtureView[];
      readonly story: readonly StoryStep[];
      readonly example: string;
      readonly lines: readonly LineView[];
      readonly state: DemoState;
    }
  | { readonly type: 'state'; readonly state: DemoState }
  | { readonly type: 'lines'; readonly lines: readonly LineView[] }
  | { readonly type: 'reply'; readonly reply: Reply }
  /** What a player's client script says to the NUI page. */
  | { readonly type: 'screen'; readonly player: number; readonly messages: readonly unknown[] };

/** Page to server. */
export type Action =
  | { readonly type: 'call911' }
  | { readonly type: 'remove911' }
  /** The CAD's API answers nothing but errors, or works again. */
  | { readonly type: 'api'; readonly isUp: boolean }
  /** A dispatcher does something in the CAD. */
  | { readonly type: 'desk'; readonly hand: Hand }
  | { readonly type: 'fixture'; readonly name: string }
  | { readonly type: 'post'; readonly body: string }
  | { readonly type: 'story'; readonly change: 'play' | 'pause' | 'next' | 'reset' }
  | { readonly type: 'duty'; readonly player: number; readonly isGranted: boolean }
  | { readonly type: 'command'; readonly line: string }
  | { readonly type: 'resource'; readonly change: 'restart' | 'stop' | 'start' }
  /** A player sets off for a point on the map, in GTA world metres. */
  | { readonly type: 'drive'; readonly player: number; readonly x: number; readonly y: number }
  /** A player presses a key, by its name in the game. */
  | { readonly type: 'press'; readonly player: number; readonly key: string }
  /** A player types a line into the chat. */
  | { readonly type: 'say'; readonly player: number; readonly line: string }
  /** The NUI page of a player asks its client script for something. */
  | { readonly type: 'ask'; readonly player: number; readonly name: string; readonly body: unknown };

type Reader<Type extends Action['type']> = (
  fields: Fields,
) => Omit<Extract<Action, { type: Type }>, 'type'> | null;

const oneOf = <Name extends string>(names: readonly Name[], value: unknown) =>
  names.find((name) => name === value);

/** What each action needs beside its type; null when that is not there. */
const READERS: { readonly [Type in Action['type']]: Reader<Type> } = {
  call911: () => ({}),
  remove911: () => ({}),
  api: ({ isUp }) => (typeof isUp === 'boolean' ? { isUp } : null),
  desk({ hand }) {
    const read = isFields(hand) ? readHand(hand) : null;
    return read && { hand: read };
  },
  fixture: ({ name }) => (isText(name) ? { name } : null),
  post: ({ body }) => (isText(body) ? { body } : null),
  story({ change }) {
    const known = oneOf(['play', 'pause', 'next', 'reset'], change);
    return known ? { change: known } : null;
  },
  duty: ({ player, isGranted }) =>
    isNumber(player) && typeof isGranted === 'boolean' ? { player, isGranted } : null,
  command: ({ line }) => (isText(line) ? { line } : null),
  resource({ change }) {
    const known = oneOf(['restart', 'stop', 'start'], change);
    return known ? { change: known } : null;
  },
  drive: ({ player, x, y }) => (isNumber(player) && isNumber(x) && isNumber(y) ? { player, x, y } : null),
  press: ({ player, key }) => (isNumber(player) && isText(key) ? { player, key } : null),
  say: ({ player, line }) => (isNumber(player) && isText(line) ? { player, line } : null),
  ask: ({ player, name, body }) => (isNumber(player) && isText(name) ? { player, name, body } : null),
};

/** The action in a text that came over the websocket, or null when it is none. */
export function readAction(text: string): Action | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  return isFields(value) ? (readTagged(value, 'type', READERS) as Action | null) : null;
}
