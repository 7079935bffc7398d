// The console command of the resource: `sonorancad status`, `sonorancad help`.

import { toConsoleText } from '../../shared/text.ts';
import type { Commands, Console } from '../ports.ts';

/** Players need this to use the command; the console always may. */
export const ADMIN_ACE = 'sonorancad.admin';

/** So much of a word that is no command is shown. */
const SHOWN = 40;

/** One word after the command's name. */
export interface Subcommand {
  readonly name: string;
  /** What may be typed after it. */
  readonly usage?: string;
  readonly summary: string;
  /** Returns the lines to show. */
  run(args: readonly string[]): string[];
}

/** Registers the command under the resource's own name, so that it does not collide under another folder name. */
export function registerCommand(options: {
  readonly name: string;
  readonly commands: Commands;
  readonly console: Console;
  readonly subcommands: readonly Subcommand[];
  readonly isAdmin: (player: number) => boolean;
  /** Shows a line to a player. */
  readonly tell: (player: number, line: string) => void;
}): void {
  const { name, commands, console, subcommands, isAdmin, tell } = options;
  const help: Subcommand = {
    name: 'help',
    summary: 'lists these commands',
    run: () =>
      [...subcommands, help].map(({ name: word, usage, summary }) =>
        [name, word, usage].filter(Boolean).join(' ').concat(`: ${summary}`),
      ),
  };

  commands.register(name, (player, args) => {
    const answer = (lines: string[]) => {
      for (const line of lines) {
        if (player === null) console.info(line);
        else tell(player, line);
      }
    };
    if (player !== null && !isAdmin(player)) {
      return answer([`You may not use this command (it needs the permission ${ADMIN_ACE}).`]);
    }
    const word = args[0]?.toLowerCase() ?? 'help';
    const subcommand = [...subcommands, help].find((one) => one.name === word);
    if (!subcommand)
      return answer([
        `There is no "${name} ${toConsoleText(word).slice(0, SHOWN)}". These there are:`,
        ...help.run([]),
      ]);
    answer(subcommand.run(args.slice(1)));
  });
}
