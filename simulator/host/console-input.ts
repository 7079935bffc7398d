// Console input of a server: single lines, config files, and the startup configuration.
import { splitCommands, tokenize } from './console-text.ts';
import type { Host } from './host-types.ts';

export interface ConsoleInputPorts {
  host: Host;
  asConsole<T>(run: () => T): T;
}

export function createConsoleInput({ host, asConsole }: ConsoleInputPorts) {
  const { commands, convars } = host;

  /** A known variable's name is a command that shows or sets it. */
  function run(line: string): void {
    const [name = '', value] = tokenize(line);
    const present = commands.has(name) ? undefined : convars.get(name);
    if (present === undefined) commands.invoke(line);
    else if (value === undefined) host.print('cmd', ` "${name}" is "${present}"`, null);
    else convars.set(name, value);
  }

  function exec(text: string): void {
    for (const line of splitCommands(text)) asConsole(() => run(line));
  }

  return {
    exec,
    /** The server looks for variables in its configuration before it runs it: their order does not matter. */
    configure(text: string) {
      for (const line of splitCommands(text)) {
        const [command = '', name, value] = tokenize(line);
        if (/^set[ar]?$/i.test(command) && name !== undefined && value !== undefined)
          convars.set(name, value);
      }
      exec(text);
    },
  };
}
