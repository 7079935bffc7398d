// Key mappings: what pressing and releasing a key runs (gta-core-five/src/GameInput.cpp).
import type { Definition } from './define.ts';
import { hashOf, native } from './define.ts';
import { bindingFault } from './input-names.ts';
import { keyButton } from './key-pictures.ts';
import type { GameContext, KeyMapping } from './types.ts';

export interface Keys {
  readonly definitions: Readonly<Record<string, Definition>>;
  mappings(): readonly KeyMapping[];
  hold(key: string): void;
  letGo(key: string): void;
  bind(command: string, key: string): void;
  onResourceStop(resource: string): void;
}

/** Marks a second key for a command that has one. */
const ALTERNATE = '~!';

/** The commands of a mapping; each `+command` is held, the others run once. */
function commandsOf({ command }: KeyMapping): string[] {
  const text = command.startsWith(ALTERNATE) ? command.slice(ALTERNATE.length) : command;
  return text.split(';').filter((line) => line.trim() !== '');
}

/** Declares the natives; `isDeaf` tells whether keys reach the game now. */
export function createKeys({ host, changed }: GameContext, isDeaf: () => boolean): Keys {
  let mappings: KeyMapping[] = [];
  /** Keys that the player chose, by command: they stay when the resource stops. */
  const chosen = new Map<string, string>();
  const pressed = new Set<string>();
  /** How many keys hold each `+command`. */
  const held = new Map<string, number>();

  const bound = (key: string): KeyMapping[] =>
    mappings.filter((mapping) => mapping.key.toUpperCase() === key && mapping.key !== '');

  const down = (line: string): void => {
    if (!line.startsWith('+')) {
      host.runCommand(line);
      return;
    }
    const count = held.get(line) ?? 0;
    held.set(line, count + 1);
    if (count === 0) host.runCommand(line);
  };

  const up = (line: string): void => {
    const count = held.get(line) ?? 0;
    if (!line.startsWith('+') || count === 0) return;
    held.set(line, count - 1);
    if (count === 1) host.runCommand(`-${line.slice(1)}`);
  };

  return {
    mappings: () => mappings,
    definitions: {
      RegisterKeyMapping: native(
        ['required', 'required', 'required', 'required'],
        (call, command, description, mapper, key) => {
          // Without device or key the player has to choose one.
          const fault = mapper === '' || key === '' ? null : bindingFault(mapper, key);
          if (fault) {
            call.problem('native', fault);
            return;
          }
          // The first registration of a command keeps its key, as a player's own choice would.
          if (mappings.some((mapping) => mapping.command === command)) return;
          const own = chosen.get(command) ?? key;
          mappings = [...mappings, { command, description, mapper, key: own, resource: call.resource }];
          changed();
        },
      ),
      GetControlInstructionalButton: native(['int', 'int', 'bool'], (_, _pad, control) => {
        const mapping = mappings.find(({ command }) => (hashOf(command) | 0x80000000) === (control | 0));
        return mapping ? keyButton(mapping.key) : 't_E';
      }),
    },
    hold(name) {
      const key = name.toUpperCase();
      if (isDeaf() || pressed.has(key)) return;
      pressed.add(key);
      for (const mapping of bound(key)) for (const line of commandsOf(mapping)) down(line);
    },
    letGo(name) {
      const key = name.toUpperCase();
      if (!pressed.delete(key)) return;
      for (const mapping of bound(key)) for (const line of commandsOf(mapping)) up(line);
    },
    bind(command, key) {
      const fault = key === '' ? null : bindingFault('keyboard', key);
      if (fault) throw new Error(fault);
      chosen.set(command, key);
      mappings = mappings.map((mapping) => (mapping.command === command ? { ...mapping, key } : mapping));
      changed();
    },
    onResourceStop(resource) {
      mappings = mappings.filter((mapping) => mapping.resource !== resource);
    },
  };
}
