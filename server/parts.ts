// Parts of the server that few servers need, or only a command: they are files of their own, read when they are first used.

import { ok, type Result, refuse } from '../shared/result.ts';
import type * as MistakesPart from './config/mistakes-part.ts';
import type * as ConsolePart from './ops/console-part.ts';
import type { ResourceInfo } from './ports.ts';
import type * as WebsocketPart from './websocket/ws-socket.ts';

interface Parts {
  readonly console: typeof ConsolePart;
  readonly mistakes: typeof MistakesPart;
  readonly websocket: typeof WebsocketPart;
}

/** As build.mjs writes them. */
const FILES: Readonly<Record<keyof Parts, string>> = {
  console: 'dist/console.js',
  mistakes: 'dist/mistakes.js',
  websocket: 'dist/websocket.js',
};

/** A part, or one sentence without its stop about what is wrong with the file and what to do. */
export type LoadPart = <Name extends keyof Parts>(name: Name) => Result<Parts[Name], string>;

/** What could be loaded is kept; what could not is tried again when it is asked for again. */
export function createLoadPart(resource: Pick<ResourceInfo, 'runPart'>): LoadPart {
  const loaded = new Map<keyof Parts, unknown>();

  function load(name: keyof Parts): unknown {
    const part = loaded.get(name) ?? resource.runPart(FILES[name]);
    loaded.set(name, part);
    return part;
  }

  return <Name extends keyof Parts>(name: Name) => {
    try {
      return ok(load(name) as Parts[Name]);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return refuse(`${FILES[name]} cannot be used: ${why}; copy all files of the release here again`);
    }
  };
}
