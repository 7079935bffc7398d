// The official resource's exports that can be answered at once from what is known here. docs/integration.md lists them.

import type { Console, Convars, LocalBus } from '../../ports.ts';
import { isId } from '../exports.ts';
import { toOfficialEmergency } from './official-call.ts';
import type { OfficialEvents } from './official-events.ts';
import { type OfficialUnit, toOfficialUnit } from './official-unit.ts';

export interface OfficialExportPorts {
  readonly local: Pick<LocalBus, 'publish'>;
  readonly official: Pick<OfficialEvents, 'told' | 'players'>;
  readonly unitOf: (player: number) => number | null;
  readonly isDispatcherOnline: () => boolean;
  readonly convars: Pick<Convars, 'get'>;
  readonly console: Pick<Console, 'warn'>;
  /** Name of the resource that is calling us, or null. */
  readonly caller: () => string | null;
}

/** Publishes the exports. They answer with the picture that listeners to the official events have. */
export function publishOfficialExports(ports: OfficialExportPorts): void {
  const { local, official, unitOf, isDispatcherOnline, convars, console, caller } = ports;
  const { told, players } = official;
  const publish = (name: string, run: (...args: unknown[]) => unknown) => local.publish(name, run);

  /** The unit of a player; one that is logging out is still there while that is told. */
  function unitOfPlayer(player: unknown): OfficialUnit | null {
    if (!isId(player)) return null;
    const id = Number(player);
    const ident = unitOf(id) ?? players.unitOf(id);
    const unit = ident === null ? null : told.unit(ident);
    return unit ? toOfficialUnit(unit) : null;
  }

  publish('GetUnitCache', (includeDispatchers, callback) => {
    const units = told.units();
    const found = units.map(toOfficialUnit);
    if (typeof callback === 'function') {
      const dispatchers = units
        .filter(({ isDispatch }) => isDispatch)
        .map(({ ident }) => ({ id: ident, isInGame: players.isPlayed(ident) }));
      try {
        callback(found, includeDispatchers ? dispatchers : []);
      } catch (error) {
        const what = error instanceof Error ? error.message : String(error);
        console.warn(
          `The callback that ${caller() ?? 'another resource'} gave to GetUnitCache fails: ${what}.`,
        );
      }
    }
    return found;
  });
  publish('GetCallCache', () =>
    Object.fromEntries(told.entries().map((entry) => [String(entry.dispatch.callId), entry])),
  );
  publish('GetEmergencyCache', () =>
    Object.fromEntries(
      told.emergencies().map((call) => [String(call.emergencyId), toOfficialEmergency(call)]),
    ),
  );
  publish('GetUnitByPlayerId', unitOfPlayer);
  publish('GetUnitById', (wanted): number | null => {
    const identities = Array.isArray(wanted) ? wanted : [];
    const place = told
      .units()
      .findIndex(
        (unit) =>
          (isId(wanted) && unit.ident === Number(wanted)) ||
          unit.identities.some((identity) => identities.includes(identity)),
      );
    return place < 0 ? null : place + 1;
  });
  publish('isPlayerInCAD', (player) => {
    const unit = unitOfPlayer(player);
    const isIn = unit !== null;
    return {
      linked: isIn,
      online: isIn,
      success: isIn,
      communityUserId: unit?.data.communityUserId || null,
      unit,
    };
  });
  publish('getDispatchStatus', isDispatcherOnline);
  for (const name of ['getCommunityId', 'getCadCommunityId']) {
    publish(name, () => convars.get('sonoran_communityID') || null);
  }
  for (const name of ['getServerId', 'getCadServerId']) {
    publish(name, () => {
      const id = convars.get('sonoran_serverId').trim();
      return /^\d+$/.test(id) ? Number(id) : null;
    });
  }
}
