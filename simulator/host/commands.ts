// Console commands: a register with several handlers per name, access checks, and what happens to unknown names.
import type { Aces } from './aces.ts';
import { tokenize } from './console-text.ts';

export interface CommandCall {
  readonly args: readonly string[];
  /** The whole line, as it was typed. */
  readonly raw: string;
  /** Player id as text; empty for the console and for scripts. */
  readonly context: string;
}

/** Returns true when it took the command, or why it did not: the next handler of that name is tried then. */
export type CommandHandler = (call: CommandCall) => true | string;

export interface Command {
  readonly token: number;
  readonly name: string;
  readonly resource: string;
  readonly arity: number;
}

export interface Commands {
  register(name: string, resource: string, handler: CommandHandler, arity?: number): number;
  unregister(token: number): void;
  has(name: string): boolean;
  list(): Command[];
  /** Runs one line. */
  invoke(line: string, context?: string): CommandResult;
  invokeWords(words: readonly string[]): CommandResult;
}

/** `unknown`: no such command; `denied`: the access check failed; `refused`: no handler took the arguments. */
export type CommandResult = 'ran' | 'unknown' | 'denied' | 'refused' | 'empty';

export interface CommandPorts {
  aces: Pick<Aces, 'check'>;
  print(text: string): void;
  /** Offers an unknown command; true when somebody took it. */
  fallback(name: string, call: CommandCall): boolean;
}

export function createCommands({ aces, print, fallback }: CommandPorts): Commands {
  const entries = new Map<string, (Command & { handler: CommandHandler })[]>();
  let tokens = 0;

  function run(name: string, call: CommandCall): CommandResult {
    const handlers = [...(entries.get(name.toLowerCase()) ?? [])];
    if (handlers.length === 0) {
      if (fallback(name, call)) return 'ran';
      // A player who mistypes is not worth a line on the server console.
      if (call.context === '') print(`No such command ${name}.`);
      return 'unknown';
    }
    if (!aces.check(`command.${name}`)) {
      print(`Access denied for command ${name}.`);
      return 'denied';
    }
    let reason = '';
    for (const { handler } of handlers) {
      const taken = handler(call);
      if (taken === true) return 'ran';
      reason = taken;
    }
    print(reason);
    return 'refused';
  }

  return {
    register(name, resource, handler, arity = -1) {
      const token = ++tokens;
      const key = name.toLowerCase();
      entries.set(key, [...(entries.get(key) ?? []), { token, name, resource, arity, handler }]);
      return token;
    },
    unregister(token) {
      for (const [key, list] of entries) {
        const kept = list.filter((entry) => entry.token !== token);
        if (kept.length === list.length) continue;
        if (kept.length > 0) entries.set(key, kept);
        else entries.delete(key);
        return;
      }
    },
    has: (name) => entries.has(name.toLowerCase()),
    list: () => [...entries.values()].flat().map(({ handler: _handler, ...command }) => command),
    invoke(line, context = '') {
      const [name, ...args] = tokenize(line);
      return name === undefined ? 'empty' : run(name, { args, raw: line, context });
    },
    invokeWords([name, ...args]) {
      return name === undefined ? 'empty' : run(name, { args, raw: '', context: '' });
    },
  };
}

/** A handler that takes exactly this many arguments. */
export function withArguments(count: number, run: (...args: string[]) => void): CommandHandler {
  return ({ args }) => {
    if (args.length !== count) return `Argument count mismatch (passed ${args.length}, wanted ${count})`;
    run(...args);
    return true;
  };
}
