// Keys and commands, registered once the server has sent their names.

import type { ClientSettings } from '../shared/delivery.ts';
import type { Translate } from '../shared/locale.ts';
import { lookUp } from '../shared/look-up.ts';
import { PLAYER_ACTIONS, type PlayerAction } from '../shared/screen.ts';
import { toConsoleText } from '../shared/text.ts';
import type { Act } from './actions.ts';
import type { Input } from './ports.ts';

export interface Controls {
  /** Registers what is not registered yet. */
  setUp(settings: ClientSettings): void;
  /** What is written on the player's keys, by action, as of the last look. */
  labels(): Partial<Record<PlayerAction, string>>;
  /** Looks at the keys again: players move them in the settings of the game, which tells nobody. */
  look(): void;
  /** The commands are about to go: the chat keeps suggesting them otherwise. */
  stop(): void;
}

/** Words after the command of the players, and what they do. */
const WORDS: Readonly<Record<string, Act>> = {
  list: 'open-list',
  respond: 'respond',
  route: 'route',
  gps: 'route',
  next: 'next',
  previous: 'previous',
  dismiss: 'dismiss',
  mute: 'mute',
  settings: 'settings',
  leave: 'leave',
  detach: 'leave',
  panic: 'panic',
};
/** In the order in which help tells of them. */
const HELP = [
  ...([
    'list',
    'respond',
    'leave',
    'note',
    'status',
    'panic',
    'primary',
    'postal',
    'route',
    'dismiss',
    'mute',
    'settings',
  ] as const),
  'help',
] as const;

/** Key mappings are kept by the game under the name of their command: it must never change. */
const mappedCommand = (action: PlayerAction) => `sonorancad_${action}`;

export function createControls(ports: {
  readonly input: Input;
  readonly translate: Translate;
  readonly perform: (act: Act, key?: string) => void;
  /** The key of the call with that number, or null. */
  readonly findCall: (number: string) => string | null;
  /** Writes a note on the call that is meant. */
  readonly note: (text: string) => void;
  /** Gives the player's unit a status, by index or label. */
  readonly status: (status: string) => void;
  /** Makes the player's unit the primary one of the call that is meant. */
  readonly primary: () => void;
  /** Changes the postal of the call that is meant. */
  readonly postal: (postal: string) => void;
  /** Calls for help by one of the commands for it. */
  readonly callForHelp: (line: string, text: string) => void;
  /** Shows a line to the player. */
  readonly say: (line: string) => void;
}): Controls {
  const { input, translate, perform, findCall, say } = ports;
  const commands = new Set<string>();
  let isMapped = false;
  let labels: Partial<Record<PlayerAction, string>> = {};

  function mapKeys({ keys }: ClientSettings): void {
    isMapped = true;
    for (const action of PLAYER_ACTIONS) {
      input.command(mappedCommand(action), () => perform(action));
      input.map(mappedCommand(action), translate(`key.${action}`), keys[action] ?? '');
    }
  }

  function help(name: string): void {
    for (const word of HELP) say(`/${name} ${word}: ${translate(`command.${word}`)}`);
  }

  function run(name: string, [word = 'list', ...rest]: readonly string[]): void {
    const [number] = rest;
    const known = word.toLowerCase();
    if (known === 'help') return help(name);
    if (known === 'note') return ports.note(rest.join(' '));
    if (known === 'status') return ports.status(rest.join(' '));
    if (known === 'primary') return ports.primary();
    if (known === 'postal') return ports.postal(rest.join(' '));
    const act = lookUp(WORDS, known);
    if (!act) return say(translate('command.unknown', { word: toConsoleText(word), command: name }));
    if (number === undefined) return perform(act);
    const key = findCall(number.replace(/^#/, ''));
    if (key === null) return say(translate('command.noCall', { number: toConsoleText(number) }));
    perform(act, key);
  }

  function register(name: string): void {
    if (commands.has(name)) return;
    commands.add(name);
    input.command(name, (args) => run(name, args));
    input.suggest(`/${name}`, translate('command.help.text'), [
      { name: 'action', help: HELP.join(', ') },
      { name: 'number', help: translate('command.number') },
    ]);
  }

  function registerHelp(name: string): void {
    if (commands.has(name)) return;
    commands.add(name);
    input.command(name, (args) => ports.callForHelp(name, args.join(' ')));
    input.suggest(`/${name}`, translate('help.text'), [{ name: 'text', help: translate('help.what') }]);
  }

  return {
    setUp(settings) {
      if (!isMapped) mapKeys(settings);
      for (const name of [settings.commands.base, ...settings.commands.aliases]) register(name);
      for (const name of settings.commands.help) registerHelp(name);
    },
    labels: () => labels,
    look() {
      if (!isMapped) return;
      const found = PLAYER_ACTIONS.map((action) => [action, input.label(mappedCommand(action))] as const);
      labels = Object.fromEntries(found.filter(([, label]) => label !== ''));
    },
    stop() {
      for (const name of commands) input.unsuggest(`/${name}`);
    },
  };
}
