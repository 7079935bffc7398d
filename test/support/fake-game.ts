// A game client in memory: a map that watches over its handles, a feed, and a server to receive from.

import type { BlipLook, FeedPost, Game } from '../../client/ports.ts';

export interface FakeBlip {
  position: [number, number, number];
  /** Of a circle; null of a point. */
  radius: number | null;
  look: BlipLook | null;
  flashMs: number;
}

export interface FakeGame extends Game {
  readonly map: Map<number, FakeBlip>;
  readonly posts: FeedPost[];
  readonly sent: unknown[][];
  readonly warnings: string[];
  /** Calls of blip functions, to see that nothing is done twice. */
  readonly blipCalls: string[];
  receive(event: string, ...args: unknown[]): void;
  stop(): void;
}

/** Using a handle that is not on the map throws. `files` are the resource's files, `convars` the replicated ones. */
export function createFakeGame(
  files: Record<string, string> = {},
  convars: Record<string, string> = {},
): FakeGame {
  const map = new Map<number, FakeBlip>();
  const posts: FeedPost[] = [];
  const sent: unknown[][] = [];
  const warnings: string[] = [];
  const blipCalls: string[] = [];
  const handlers = new Map<string, (...args: unknown[]) => void>();
  let nextHandle = 1;
  let onStop = () => {};

  const blip = (name: string, handle: number): FakeBlip => {
    blipCalls.push(name);
    const found = map.get(handle);
    if (!found) throw new Error(`${name} with the dead handle ${handle}`);
    return found;
  };

  return {
    map,
    posts,
    sent,
    warnings,
    blipCalls,
    receive: (event, ...args) => handlers.get(event)?.(...args),
    stop: () => onStop(),
    blips: {
      add(x, y, z) {
        blipCalls.push('add');
        map.set(nextHandle, { position: [x, y, z], radius: null, look: null, flashMs: 0 });
        return nextHandle++;
      },
      addArea(x, y, z, radius) {
        blipCalls.push('addArea');
        map.set(nextHandle, { position: [x, y, z], radius, look: null, flashMs: 0 });
        return nextHandle++;
      },
      remove(handle) {
        blip('remove', handle);
        map.delete(handle);
      },
      move(handle, x, y, z) {
        blip('move', handle).position = [x, y, z];
      },
      look(handle, look) {
        blip('look', handle).look = look;
      },
      flash(handle, ms) {
        blip('flash', handle).flashMs = ms;
      },
    },
    feed: { post: (post) => posts.push(post) },
    server: {
      on: (event, run) => handlers.set(event, run),
      emit: (...args) => sent.push(args),
    },
    resource: {
      readFile: (path) => files[path] ?? null,
      convar: (name) => convars[name] ?? '',
      onStop: (run) => {
        onStop = run;
      },
      warn: (line) => warnings.push(line),
    },
  };
}
