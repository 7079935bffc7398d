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

  function complain(resource: string, problem: string | null): void {
    if (problem === null || reported.has(resource)) return;
    reported.add(resource);
    console.warn(
      `The duty function of ${resource} ${problem}: it counts as "not on duty". It has to return true or false at once.`,
    );
  }

  /**
   * What a predicate says, and what is wrong with its answer or null. Predicates are references into other resources:
   * they may throw, be dead, or answer anything.
   */
  function ask(predicate: DutyPredicate, player: number): { is: boolean; problem: string | null } {
    try {
      const answer = predicate(player);
      const is = toBoolean(answer);
      if (is !== null) return { is, problem: null };
      const what = dismissPromise(answer) ? 'promise' : typeof answer;
      return { is: false, problem: `answered with a ${what}` };
    } catch {
      return { is: false, problem: 'failed' };
    }
  }

  function unregister(resource: string): void {
    reported.delete(resource);
    if (predicates.delete(resource)) notices.tell(null);
  }
  resources.onStop(unregister);

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
      for (const [resource, predicate] of predicates) {
        const { is, problem } = ask(predicate, player);
        complain(resource, problem);
        if (is) return true;
      }
      return false;
    },
    explain(player) {
      if (predicates.size === 0) return 'no resource has registered a duty function';
      const answers = [...predicates].map(([resource, predicate]) => ({
        resource,
        ...ask(predicate, player),
      }));
      const names = answers.filter(({ is }) => is).map(({ resource }) => resource);
      if (names.length > 0) return `${names.join(', ')} says so`;
      const noes = answers.map(({ resource, problem }) =>
        problem === null ? resource : `${resource}, whose function ${problem}`,
      );
      return `not according to ${noes.join('; ')}`;
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
