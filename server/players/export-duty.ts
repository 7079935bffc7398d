// On duty by another resource: resources register a function that says whether a player is on duty.

import type { Console, Resources } from '../ports.ts';
import { dismissPromise } from './dismiss-promise.ts';
import { createDutyNotices, type DutySource } from './duty-source.ts';

/** Says whether a player is on duty. It answers at once: promises count as no. */
export type DutyPredicate = (player: number) => unknown;

/** One predicate is enough. */
export interface ExportDuty extends DutySource {
  /**
   * Adds the predicate of a resource, or replaces it. It is dropped when the resource stops. False when it is no
   * function.
   */
  register(resource: string, predicate: unknown): boolean;
  unregister(resource: string): void;
}

/** Nobody registered yet. */
export function createExportDuty(
  resources: Pick<Resources, 'onStop'>,
  console: Pick<Console, 'warn'>,
): ExportDuty {
  const notices = createDutyNotices();
  const predicates = new Map<string, DutyPredicate>();
  /** Resources whose predicate misbehaved; each is named on the console once. */
  const reported = new Set<string>();

  function complain(resource: string, problem: string): void {
    if (reported.has(resource)) return;
    reported.add(resource);
    console.warn(
      `The duty function of ${resource} ${problem}: it counts as "not on duty". It has to return true or false at once.`,
    );
  }

  /** Predicates are references into other resources: they may throw, be dead, or answer anything. */
  function ask(resource: string, predicate: DutyPredicate, player: number): boolean {
    try {
      const answer = predicate(player);
      const is = toBoolean(answer);
      if (is === null)
        complain(
          resource,
          dismissPromise(answer) ? 'answered with a promise' : `answered with a ${typeof answer}`,
        );
      return is ?? false;
    } catch {
      complain(resource, 'failed');
      return false;
    }
  }

  function unregister(resource: string): void {
    reported.delete(resource);
    if (predicates.delete(resource)) notices.tell(null);
  }
  resources.onStop(unregister);

  const sayingYes = (player: number) =>
    [...predicates].filter(([resource, predicate]) => ask(resource, predicate, player)).map(([name]) => name);

  return {
    name: 'export',
    watch: notices.watch,
    register(resource, predicate) {
      if (typeof predicate !== 'function') return false;
      reported.delete(resource);
      predicates.set(resource, predicate as DutyPredicate);
      notices.tell(null);
      return true;
    },
    unregister,
    isOnDuty(player) {
      for (const [resource, predicate] of predicates) if (ask(resource, predicate, player)) return true;
      return false;
    },
    explain(player) {
      if (predicates.size === 0) return 'no resource has registered a duty function';
      const names = sayingYes(player);
      return names.length > 0
        ? `${names.join(', ')} says so`
        : `not according to ${[...predicates.keys()].join(', ')}`;
    },
  };
}

/**
 * Natives answer 1 for true, also through Lua and JavaScript functions that pass their result on; a Lua function that
 * finds nothing answers nil. Null for anything else.
 */
function toBoolean(answer: unknown): boolean | null {
  if (answer === true || answer === 1) return true;
  if (answer === false || answer === 0 || answer === null || answer === undefined) return false;
  return null;
}
