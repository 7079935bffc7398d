// A game client: the natives its scripts call and what a player would see of them.
import type { NativeTable } from '../natives/native.ts';
import { createBlipQueries } from './blip-queries.ts';
import { createBlipStore } from './blip-store.ts';
import { createBlips } from './blips.ts';
import { createChat } from './chat.ts';
import type { Definition } from './define.ts';
import { nativeTable } from './define.ts';
import { createEntities } from './entities.ts';
import { createFeed } from './feed.ts';
import { createKeys } from './keys.ts';
import { createNui } from './nui.ts';
import { createPlayer } from './player.ts';
import { createScreen } from './screen.ts';
import { createScreenTexts } from './screen-text.ts';
import { createSounds } from './sounds.ts';
import { createStreets } from './streets.ts';
import { createTexts } from './text.ts';
import { createTextures } from './textures.ts';
import type { Game, GameContext, GameOptions } from './types.ts';
import { createWaypoint } from './waypoint.ts';
import { createWorld } from './world.ts';

export type * from './types.ts';

interface Part {
  readonly definitions: Readonly<Record<string, Definition>>;
  readonly aliases?: Readonly<Record<string, string>>;
}

/** Builds the game of one player. */
export function createGame(options: GameOptions): Game {
  const { host, now } = options;
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const context: GameContext = { host, now, changed };
  let isPaused = false;
  let groundZ = options.coords[2] - 1;

  const entities = createEntities(options, changed);
  const store = createBlipStore(context, entities);
  const texts = createTexts();
  const textures = createTextures(context);
  const blips = createBlips(context, entities, store, texts);
  const feed = createFeed(context, texts, textures);
  const screenTexts = createScreenTexts(context, texts);
  const waypoint = createWaypoint(context, store);
  const sounds = createSounds(context);
  const nui = createNui(context);
  // A page with focus takes the keyboard unless it lets the game have it as well; in the pause menu nothing is bound.
  const keys = createKeys(context, () => isPaused || (nui.focus().focus && !nui.focus().keepInput));
  const chat = createChat(context);
  const screen = createScreen(context, () => isPaused);

  const parts: Part[] = [
    blips,
    createBlipQueries(store),
    texts,
    textures,
    feed,
    screenTexts,
    waypoint,
    sounds,
    nui,
    keys,
    screen,
    createPlayer(entities, host),
    createWorld(entities),
    { definitions: createStreets(options, entities, () => groundZ) },
  ];
  const natives: NativeTable = Object.assign(
    {},
    ...parts.map(({ definitions, aliases }) => nativeTable(definitions, aliases)),
  );

  return {
    natives,
    get blips() {
      return store.snapshot();
    },
    get routeBlip() {
      return blips.routeBlip();
    },
    feed: feed.items,
    helpTexts: screenTexts.helpTexts,
    subtitles: screenTexts.subtitles,
    get draws() {
      return screenTexts.draws();
    },
    sounds: sounds.played,
    get waypoint() {
      return waypoint.coords();
    },
    waypointLog: waypoint.log,
    chat: chat.lines,
    suggestions: chat.suggestions,
    nuiMessages: nui.messages,
    get nuiFocus() {
      return nui.focus();
    },
    get keyMappings() {
      return keys.mappings();
    },
    ped: entities.ped,
    screen: screen.screen,
    get groundZ() {
      return groundZ;
    },
    set groundZ(z) {
      groundZ = z;
    },
    get paused() {
      return isPaused;
    },
    set paused(value) {
      isPaused = value;
      changed();
    },
    press(key) {
      keys.hold(key);
      keys.letGo(key);
    },
    hold: keys.hold,
    letGo: keys.letGo,
    bind: keys.bind,
    setWaypoint: (coords) => waypoint.set(coords, null),
    addPlayer: entities.addPlayer,
    removePlayer(serverId) {
      const ped = entities.removePlayer(serverId);
      if (ped !== null) store.removeWhere(({ entity }) => entity === ped);
    },
    postNui: nui.post,
    onResourceStop(resource) {
      for (const part of [blips, texts, textures, sounds, nui, keys]) part.onResourceStop(resource);
      changed();
    },
    onChatEvent: chat.onEvent,
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
