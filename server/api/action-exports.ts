// Exports that do something in the CAD. They answer with promises that never reject.

import { once } from '../../shared/once.ts';
import type { ServerExports } from '../../types/index.d.ts';
import type { Actions } from '../actions/actions.ts';
import { failed, type Outcome } from '../actions/outcome.ts';
import type { Store } from '../cad/store.ts';
import type { CadUnit } from '../cad/unit.ts';
import type { Console, LocalBus } from '../ports.ts';
import * as z from '../zod.ts';
import { isId } from './exports.ts';

export interface ActionExportPorts {
  readonly local: LocalBus;
  readonly store: Store;
  readonly actions: Actions;
  /** The unit of a player, or null. */
  readonly unitOf: (player: number) => CadUnit | null;
  readonly console: Pick<Console, 'warn'>;
  readonly onDefect: (where: string, error: unknown) => void;
}

const text = (max: number) => z._default(z.string().check(z.maxLength(max)), '');
const facts = () =>
  z.record(
    z.string().check(z.maxLength(64)),
    z.mapped(z.union([z.string(), z.number(), z.boolean()]), String),
  );

const emergencyDraft = once(() =>
  z.object({
    isEmergency: z._default(z.boolean(), true),
    caller: text(120),
    location: text(200),
    description: text(2000),
    metaData: z._default(facts(), {}),
  }),
);

const dispatchDraft = once(() =>
  z.object({
    origin: z._default(z.int().check(z.minimum(0), z.maximum(3)), 0),
    status: z._default(z.int().check(z.minimum(0), z.maximum(2)), 1),
    priority: z._default(z.int().check(z.minimum(1), z.maximum(3)), 2),
    title: z.string().check(z.minLength(1), z.maxLength(120)),
    ...{ code: text(80), description: text(2000), address: text(200), postal: text(40), block: text(80) },
    metaData: z._default(facts(), {}),
    communityUserIds: z.optional(z.array(z.string().check(z.maxLength(120))).check(z.maxLength(100))),
    accounts: z.optional(z.array(z.string().check(z.maxLength(80))).check(z.maxLength(100))),
  }),
);

/** What is passed may be anything; what is wrong with it is told in words. */
export function publishActionExports(ports: ActionExportPorts): void {
  const { local, store, actions, unitOf, console, onDefect } = ports;

  function publish<Name extends keyof ServerExports>(
    name: Name,
    run: (...args: unknown[]) => ReturnType<ServerExports[Name]>,
  ): void {
    local.publish(name, async (...args: unknown[]) => {
      try {
        return await run(...args);
      } catch (error) {
        onDefect(`answering the export ${name}`, error);
        return failed('cad', 'Something went wrong on the server; its console says what.');
      }
    });
  }

  async function asUnit<T>(
    player: unknown,
    run: (unit: CadUnit) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    if (!isId(player)) return failed('invalid', 'Expected the id of a player as the first argument.');
    const unit = unitOf(Number(player));
    return unit ? run(unit) : failed('no-unit');
  }

  const findCall = (key: unknown) =>
    typeof key === 'string' || typeof key === 'number' ? store.incidents.findCall(key) : null;

  /** A draft, or what is wrong with it. */
  async function withDraft<T, U>(
    schema: z.ZodType<T>,
    draft: unknown,
    run: (draft: T) => Promise<Outcome<U>>,
  ): Promise<Outcome<U>> {
    const parsed = schema.safeParse(draft);
    if (parsed.success) return run(parsed.data);
    const [issue] = parsed.error.issues;
    return failed('invalid', `${issue?.path.join('.') || 'argument'}: ${issue?.message}.`);
  }

  /** In the words of the official resource, whose export has the same name and reports to a callback. */
  function tellOfficially(
    callback: (...args: unknown[]) => unknown,
    outcome: Outcome<{ callId: number }>,
  ): void {
    try {
      callback(outcome.ok ? `NEW DISPATCH CREATED - ID: ${outcome.callId}` : outcome.reason, outcome.ok);
    } catch (error) {
      const what = error instanceof Error ? error.message : String(error);
      console.warn(`A callback that was given to createDispatchCall fails: ${what}.`);
    }
  }

  publish('respond', (player, key) =>
    asUnit(player, async (unit) => {
      const call = findCall(key);
      return call ? actions.respond(unit, call) : failed('no-call');
    }),
  );
  publish('detach', (player) => asUnit(player, actions.detach));
  publish('addNote', (player, key, note) =>
    asUnit(player, async (unit) => {
      const call = findCall(key);
      if (typeof note !== 'string') return failed('empty');
      return call ? actions.addNote(unit, call, note) : failed('no-call');
    }),
  );
  publish('setStatus', (player, status) =>
    asUnit(player, async (unit) =>
      typeof status === 'number' || typeof status === 'string'
        ? actions.setStatus(unit, status)
        : failed('no-status'),
    ),
  );
  publish('setPanic', (player, isPanic) =>
    asUnit(player, (unit) => actions.setPanic(unit, isPanic !== false && isPanic !== 0)),
  );
  publish('setPrimary', (player, key) =>
    asUnit(player, async (unit) => {
      const call = findCall(key);
      return call ? actions.setPrimary(unit, call) : failed('no-call');
    }),
  );
  publish('setPostal', async (key, postal) => {
    const call = findCall(key);
    if (typeof postal !== 'string' && typeof postal !== 'number') return failed('empty');
    return call ? actions.setPostal(call, String(postal)) : failed('no-call');
  });
  publish('createEmergencyCall', (draft) => withDraft(emergencyDraft(), draft, actions.createEmergencyCall));
  publish('createDispatchCall', async (draft, callback) => {
    const outcome = await withDraft(dispatchDraft(), draft, ({ communityUserIds, accounts, ...rest }) =>
      actions.createDispatchCall({
        ...rest,
        ...(communityUserIds && { communityUserIds }),
        ...(accounts && { accounts }),
      }),
    );
    if (typeof callback === 'function') tellOfficially(callback as (...args: unknown[]) => unknown, outcome);
    return outcome;
  });
}
