// A game client in memory: a map that watches over its handles, a feed, a page, keys, and a server to receive from.

import type { BlipLook, FeedPost, Game } from '../../client/ports.ts';
import type { GameSound } from '../../shared/delivery.ts';
import type { ScreenMessage } from '../../shared/screen.ts';
import { createManualClock, type ManualClock } from './manual-clock.ts';

/** Exports of another resource; the calls are kept, whatever they do. */
export type FakeExports = Readonly<Record<string, (...args: never[]) => unknown>>;

export interface FakeBlip {
  position: [number, number, number];
  /** Of a circle; null of a point. */
  radius: number | null;
  look: BlipLook | null;
  flashMs: number;
  /** Colour of the route that leads there, or null. */
  route: number | null;
}

export interface FakeGame extends Game {
  readonly clock: ManualClock;
  readonly map: Map<number, FakeBlip>;
  readonly posts: FeedPost[];
  readonly sent: unknown[][];
  readonly warnings: string[];
  /** Calls of blip functions, to see that nothing is done twice. */
  readonly blipCalls: string[];
  readonly messages: ScreenMessage[];
  readonly played: GameSound[];
  readonly localEvents: unknown[][];
  /** Other resources that run, with their exports. */
  readonly running: Map<string, FakeExports>;
  /** Calls of exports: resource, export, arguments. */
  readonly exportCalls: unknown[][];
  readonly exported: ReadonlyMap<string, () => unknown>;
  readonly mapped: ReadonlyMap<string, string>;
  /** Commands that the chat suggests. */
  readonly suggested: ReadonlySet<string>;
  readonly kept: Map<string, string>;
  /** The player, to be moved about. */
  readonly player: {
    x: number;
    y: number;
    z: number;
    heading: number;
    isDead: boolean;
    isPaused: boolean;
    hasCursor: boolean;
    isTyping: boolean;
  };
  receive(event: string, ...args: unknown[]): void;
  /** What the page asks for. */
  ask(request: string, data?: unknown): void;
  /** A command as typed, or as a key runs it. */
  run(line: string): void;
  stop(): void;
}

/** Using a handle that is not on the map throws. `files` are the resource's files, `convars` the replicated ones. */
export function createFakeGame(
  files: Record<string, string> = {},
  convars: Record<string, string> = {},
): FakeGame {
  const clock = createManualClock();
  const map = new Map<number, FakeBlip>();
  const posts: FeedPost[] = [];
  const sent: unknown[][] = [];
  const warnings: string[] = [];
  const blipCalls: string[] = [];
  const messages: ScreenMessage[] = [];
  const played: GameSound[] = [];
  const localEvents: unknown[][] = [];
  const running = new Map<string, FakeExports>();
  const exportCalls: unknown[][] = [];
  const exported = new Map<string, () => unknown>();
  const mapped = new Map<string, string>();
  const suggested = new Set<string>();
  const commands = new Map<string, (args: readonly string[]) => void>();
  const kept = new Map<string, string>();
  const handlers = new Map<string, (...args: unknown[]) => void>();
  const requests = new Map<string, (data: unknown) => void>();
  const player = {
    x: 0,
    y: 0,
    z: 70,
    heading: 0,
    isDead: false,
    isPaused: false,
    hasCursor: false,
    isTyping: false,
  };
  let nextHandle = 1;
  let onStop = () => {};

  const blip = (name: string, handle: number): FakeBlip => {
    blipCalls.push(name);
    const found = map.get(handle);
    if (!found) throw new Error(`${name} with the dead handle ${handle}`);
    return found;
  };
  const addBlip = (name: string, position: [number, number, number], radius: number | null): number => {
    blipCalls.push(name);
    map.set(nextHandle, { position, radius, look: null, flashMs: 0, route: null });
    return nextHandle++;
  };

  return {
    clock,
    map,
    posts,
    sent,
    warnings,
    blipCalls,
    messages,
    played,
    localEvents,
    running,
    exportCalls,
    exported,
    mapped,
    suggested,
    kept,
    player,
    receive: (event, ...args) => handlers.get(event)?.(...args),
    ask: (request, data = {}) => requests.get(request)?.(data),
    run(line) {
      const [name = '', ...args] = line.split(' ');
      const command = commands.get(name);
      if (!command) throw new Error(`There is no command ${name}`);
      command(args);
    },
    stop: () => onStop(),
    blips: {
      add: (x, y, z) => addBlip('add', [x, y, z], null),
      addArea: (x, y, z, radius) => addBlip('addArea', [x, y, z], radius),
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
      route(handle, colour) {
        blip('route', handle).route = colour;
      },
    },
    feed: { post: (post) => posts.push(post) },
    self: {
      position: () => ({ x: player.x, y: player.y, z: player.z }),
      heading: () => player.heading,
      isDead: () => player.isDead,
      isPaused: () => player.isPaused,
    },
    page: {
      send: (message) => messages.push(message),
      on: (request, run) => requests.set(request, run),
      setCursor: (hasCursor, isTyping) => void Object.assign(player, { hasCursor, isTyping }),
    },
    sounds: { play: (sound) => played.push(sound) },
    input: {
      command: (name, run) => commands.set(name, run),
      map: (command, _, key) => mapped.set(command, key),
      label: (command) => mapped.get(command) ?? '',
      suggest: (command) => void suggested.add(command),
      unsuggest: (command) => void suggested.delete(command),
    },
    keep: { read: (key) => kept.get(key) ?? null, write: (key, value) => void kept.set(key, value) },
    atlas: { nameOf: (x, y) => `Street at ${Math.round(x)}, ${Math.round(y)}` },
    display: { frame: () => ({ safeZone: 1, minimap: null }) },
    server: {
      on: (event, run) => handlers.set(event, run),
      emit: (...args) => sent.push(args),
    },
    local: {
      emit: (...args) => localEvents.push(args),
      publish: (name, run) => exported.set(name, run),
    },
    neighbours: {
      isRunning: (resource) => running.has(resource),
      call(resource, exported, ...args) {
        exportCalls.push([resource, exported, ...args]);
        const run = running.get(resource)?.[exported];
        if (!run) throw new Error(`${resource} has no export ${exported}`);
        run(...(args as never[]));
      },
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
