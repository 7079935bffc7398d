// Exports for other resources. Whatever they pass, an answer comes back; nothing is thrown.

import type { Call } from '../../shared/call.ts';
import type { Unit } from '../../shared/unit.ts';
import type { ServerExports } from '../../types/index.d.ts';
import type { Store } from '../cad/store.ts';
import type { Explain } from '../ops/explain.ts';
import type { ExportDuty } from '../players/export-duty.ts';
import type { LocalBus } from '../ports.ts';
import type { Subscriptions } from './subscriptions.ts';
import type { ToUnit } from './units.ts';

/** What the exports answer from. */
export interface ExportPorts {
  readonly local: LocalBus;
  readonly store: Store;
  readonly toUnit: ToUnit;
  readonly locate: (call: Call) => Call;
  readonly unitOf: (player: number) => number | null;
  readonly playerOf: (ident: number) => number | null;
  readonly onDuty: () => ReadonlySet<number>;
  readonly subscriptions: Subscriptions;
  readonly exportDuty: Pick<ExportDuty, 'register' | 'unregister'>;
  /** Name of the resource that is calling us, or null. */
  readonly caller: () => string | null;
  readonly explain: Pick<Explain, 'explain'>;
  readonly status: () => ReturnType<ServerExports['getStatus']>;
}

/** Publishes the exports. Results are copies: the host packs them on the way. */
export function publishExports(ports: ExportPorts): void {
  const { local, store, toUnit, locate, unitOf, playerOf, onDuty, subscriptions, exportDuty, caller } = ports;
  /** What is passed may be anything; what comes back is what `types/` says. */
  const publish = <Name extends keyof ServerExports>(
    name: Name,
    run: (...args: unknown[]) => ReturnType<ServerExports[Name]>,
  ) => local.publish(name, run);

  /** A unit by its ident, as a number or as text. */
  function unit(ident: unknown): Unit | null {
    const known = isId(ident) ? store.units.get(Number(ident)) : null;
    return known ? toUnit(known) : null;
  }

  publish('getCalls', (): Call[] => store.incidents.openCalls().map(locate));
  publish('getCall', (key): Call | null => {
    const call = typeof key === 'string' || typeof key === 'number' ? store.incidents.findCall(key) : null;
    return call ? locate(call) : null;
  });
  publish('getUnits', (): Unit[] => store.units.all().map(toUnit));
  publish('getUnit', unit);
  publish('getUnitByPlayer', (player): Unit | null => (isId(player) ? unit(unitOf(Number(player))) : null));
  publish('getPlayerByUnit', (ident): number | null => (isId(ident) ? playerOf(Number(ident)) : null));
  publish('isOnDuty', (player): boolean => isId(player) && onDuty().has(Number(player)));
  publish('getOnDutyPlayers', (): number[] => [...onDuty()]);
  publish('onPush', (type, handler): number | null => subscriptions.add(type, handler, 'data'));
  publish('offPush', (id): boolean => isId(id) && subscriptions.remove(Number(id)));
  publish('registerDuty', (predicate): boolean => {
    const resource = caller();
    return resource !== null && exportDuty.register(resource, predicate);
  });
  publish('unregisterDuty', (): void => {
    const resource = caller();
    if (resource !== null) exportDuty.unregister(resource);
  });
  publish('explain', (player, call): string[] => ports.explain.explain(player, call));
  publish('getStatus', ports.status);
}

/** Ids come as numbers or as the text of one, as the host hands players around. */
export function isId(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /^\s*-?\d+\s*$/.test(value));
}
