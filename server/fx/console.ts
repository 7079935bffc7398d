// What an owner touches: console output, commands, console variables, and the resource's own files.

import type { Commands, Console, Convars, ResourceInfo } from '../ports.ts';
import { runPart } from './run-part.ts';

/** The host puts the resource's name before each line, and colours warnings and errors. */
export function createConsole(): Console {
  return {
    info: (line) => console.log(line),
    warn: (line) => console.warn(line),
    error: (line) => console.error(line),
  };
}

/** Registered for everybody; who may use a command is decided by its handler, so that a refusal can say why. */
export function createCommands(): Commands {
  return {
    register(name, run) {
      RegisterCommand(
        name,
        (player: number, args: string[]) => run(player === 0 ? null : player, args),
        false,
      );
    },
  };
}

/** The change listener of the host tells the name only; the value has to be read again. */
export function createConvars(): Convars {
  return {
    get: (name) => GetConvar(name, '') ?? '',
    onChange: (pattern, run) => void AddConvarChangeListener(pattern, (name: string) => run(name)),
  };
}

export function createResourceInfo(): ResourceInfo {
  const name = GetCurrentResourceName();
  return {
    name,
    version: GetResourceMetadata(name, 'version', 0) ?? '0.0.0',
    readFile: (path) => LoadResourceFile(name, path) ?? null,
    // The length is in bytes; -1 has the host count them.
    writeFile: (path, text) => Boolean(SaveResourceFile(name, path, text, -1)),
    runPart: (path) => runPart(name, path),
    onStop(run) {
      on('onResourceStop', (stopping: string) => {
        if (stopping === name) run();
      });
    },
  };
}
