// The port of a roleplay framework: which jobs the characters of players have. The files beside this one implement it.

import type { LocalBus, Resources } from '../../ports.ts';
import type * as z from '../../zod.ts';
import { dismissPromise } from '../dismiss-promise.ts';
import type { DutyConfig } from '../duty-config.ts';

/** One job of a character; in ox_core one group. */
export interface Job {
  readonly name: string;
  readonly grade: number;
  /** Whether the framework has the character on duty in it; null when it knows no such state. */
  readonly isOnDuty: boolean | null;
}

/** Who a player is playing. */
export interface Character {
  /** First and last name, or null. */
  readonly name: string | null;
  readonly jobs: readonly Job[];
}

/** Asks for the character of a player; null when none is loaded. Throws when the framework fails. */
export type AskCharacter = (player: number) => Character | null;

/** What a framework tells by its events. */
export interface CharacterListener {
  /** The character of a player (null: of any player) may be another one or have another job now. */
  changed(player: number | null): void;
  /** The player is about to leave the character: the framework may still know it for a moment. */
  left(player: number): void;
}

/** A framework that servers run. */
export interface Framework {
  readonly name: Exclude<DutyConfig['framework'], 'auto'>;
  /** Shown to owners. */
  readonly label: string;
  readonly resource: string;
  /** Called anew for every run of the framework, as references to its functions die with it. May throw. */
  connect(resources: Pick<Resources, 'call'>): AskCharacter;
  /** Called once, as there is no way to leave the host's local bus. */
  listen(local: Pick<LocalBus, 'on'>, listener: CharacterListener): void;
}

/** Reads what a framework answered. Null stays null; anything the schema does not take is an error. */
export function readAnswer<T>(what: string, answer: unknown, schema: z.ZodType<T>): T | null {
  if (answer === null || answer === undefined || answer === false) return null;
  if (dismissPromise(answer)) throw new Error(`${what} answered with a promise`);
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`${what} answered with something else: ${issue?.path.join('.')}: ${issue?.message}`);
}

/** Runs with the player that events name in their first argument; the rest of the arguments is not needed. */
export function onPlayerEvents(
  local: Pick<LocalBus, 'on'>,
  events: readonly string[],
  run: (player: number) => void,
): void {
  for (const event of events) {
    local.on(event, (subject) => {
      const player = toPlayer(subject);
      if (player !== null) run(player);
    });
  }
}

/** Player ids are numbers; some scripts send them as text. */
export function toPlayer(value: unknown): number | null {
  const player = typeof value === 'string' ? Number(value) : value;
  return typeof player === 'number' && Number.isInteger(player) && player > 0 ? player : null;
}
