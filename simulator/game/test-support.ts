// Fakes for the tests of this folder: a host that records, a clock, and natives called as a script calls them.
import type { NativeCaller } from '../natives/native.ts';
import { createGame } from './index.ts';
import type { Game, GameOptions } from './types.ts';

export interface TestGame {
  readonly game: Game;
  readonly problems: { kind: string; message: string; resource: string | null }[];
  readonly commands: string[];
  readonly events: { name: string; args: unknown[]; resource: string }[];
  readonly sent: { name: string; payload: Uint8Array }[];
  /** Manifest entries by resource and key. */
  readonly metadata: Record<string, Record<string, string[]>>;
  /** Calls a native as resource `cad`. */
  call(native: string, ...args: unknown[]): unknown;
  callAs(resource: string, native: string, ...args: unknown[]): unknown;
  advance(ms: number): void;
  /** Runs what waits for the next client tick. */
  tick(): void;
  /** Messages of the problems so far, `kind: message`; forgets them. */
  takeProblems(): string[];
}

export function testGame(options: Partial<GameOptions> = {}): TestGame {
  const problems: TestGame['problems'] = [];
  const commands: string[] = [];
  const events: TestGame['events'] = [];
  const sent: TestGame['sent'] = [];
  const metadata: TestGame['metadata'] = { cad: { ui_page: ['web/index.html'] } };
  let time = 1_000_000;
  let waiting: (() => void)[] = [];
  const game = createGame({
    playerId: 7,
    name: 'Ada',
    coords: [100, 200, 30],
    now: () => time,
    host: {
      problem: (kind, message, resource = null) => void problems.push({ kind, message, resource }),
      runCommand: (line) => void commands.push(line),
      queueEvent: (name, args, resource) => void events.push({ name, args, resource }),
      resourceMetadata: (resource, key) => metadata[resource]?.[key] ?? [],
      sendToServer: (name, payload) => void sent.push({ name, payload }),
      onNextTick: (fn) => void waiting.push(fn),
    },
    ...options,
  });
  const callAs = (resource: string, name: string, ...args: unknown[]): unknown => {
    const native = game.natives[name];
    if (!native) throw new Error(`${name} is not emulated`);
    const caller: NativeCaller = {
      resource,
      invoking: null,
      problem: (kind, message) => void problems.push({ kind, message, resource }),
    };
    return native(caller, ...args);
  };
  return {
    game,
    problems,
    commands,
    events,
    sent,
    metadata,
    call: (name, ...args) => callAs('cad', name, ...args),
    callAs,
    advance(ms) {
      time += ms;
    },
    tick() {
      const due = waiting;
      waiting = [];
      for (const fn of due) fn();
    },
    takeProblems: () => problems.splice(0).map(({ kind, message }) => `${kind}: ${message}`),
  };
}
