// Other resources that follow push events by type, with a function of theirs that we call.

import type { Console, Resources } from '../ports.ts';
import { presentName } from '../push/registry.ts';

/** What a subscriber gets: the clean data and the type, or (the official way) the whole envelope. */
export type Form = 'data' | 'envelope';

export interface Subscriptions {
  /**
   * Subscribes the resource that is calling us; returns an id, or null when `type` or `handler` is none. An older name of a
   * type stands for the present one.
   */
  add(type: unknown, handler: unknown, form: Form): number | null;
  remove(id: number): boolean;
  /** Whether somebody follows that very type (not all of them). */
  isKnown(type: string): boolean;
  /** Calls whoever follows the type. `envelope` is made only when somebody wants it. */
  call(type: string, data: unknown, envelope: () => unknown): void;
}

interface Subscription {
  readonly type: string;
  readonly form: Form;
  readonly owner: string | null;
  readonly handler: (...args: unknown[]) => unknown;
  hasFailed: boolean;
}

const EVERYTHING = '*';
const MAX_SUBSCRIPTIONS = 1000;
const MAX_TYPE = 100;

/** Ends with its resource. A handler that throws is told of once and stays subscribed. */
export function createSubscriptions(resources: Resources, console: Console): Subscriptions {
  const subscriptions = new Map<number, Subscription>();
  let nextId = 1;

  resources.onStop((name) => {
    for (const [id, { owner }] of subscriptions) if (owner === name) subscriptions.delete(id);
  });

  function fail(subscription: Subscription, error: unknown): void {
    if (subscription.hasFailed) return;
    subscription.hasFailed = true;
    const who = subscription.owner ?? 'another resource';
    const what = error instanceof Error ? error.message : String(error);
    console.warn(`The handler of ${who} for ${subscription.type} fails: ${what}. It is told of this once.`);
  }

  function run(subscription: Subscription, args: unknown[]): void {
    try {
      const result = subscription.handler(...args);
      if (isThenable(result)) result.then(undefined, (error: unknown) => fail(subscription, error));
    } catch (error) {
      fail(subscription, error);
    }
  }

  return {
    add(type, handler, form) {
      const name = typeof type === 'string' ? presentName(type.trim().toUpperCase()) : '';
      if (name === '' || name.length > MAX_TYPE || typeof handler !== 'function') return null;
      if (subscriptions.size >= MAX_SUBSCRIPTIONS) return null;
      const id = nextId++;
      subscriptions.set(id, {
        type: name,
        form,
        owner: resources.caller(),
        handler: handler as Subscription['handler'],
        hasFailed: false,
      });
      return id;
    },
    remove: (id) => subscriptions.delete(id),
    isKnown: (type) => [...subscriptions.values()].some((one) => one.type === type),
    call(type, data, envelope) {
      if (subscriptions.size === 0) return;
      for (const subscription of [...subscriptions.values()]) {
        if (subscription.type !== type && subscription.type !== EVERYTHING) continue;
        run(subscription, subscription.form === 'data' ? [data, type] : [envelope()]);
      }
    },
  };
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return (
    typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function'
  );
}
