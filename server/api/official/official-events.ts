// The official resource's events, so that resources written for it keep working: raised unless that resource runs itself.

import type { Change } from '../../cad/changes.ts';
import type { Store } from '../../cad/store.ts';
import type { AppliedEvent } from '../../intake.ts';
import { CAD_FOLDER } from '../../ops/address.ts';
import type { ClientBus, Console, LocalBus, Resources, Share } from '../../ports.ts';
import type { Subscriptions } from '../subscriptions.ts';
import { createOfficialPlayers, type OfficialPlayers } from './official-players.ts';
import { createTellChange } from './tell-change.ts';
import { createTellings } from './tell-push.ts';
import { createTold, type Told } from './told.ts';

export interface OfficialEvents {
  /** An event was accepted. `wireType` is the name under which it came. */
  push(type: string, event: AppliedEvent, wireType: string): void;
  /** An event came of which nothing is known here but its type. */
  unknown(type: string, data: unknown): void;
  /** Something changed without an event. */
  changes(changes: readonly Change[]): void;
  /** A unit has another player. */
  unitMoved(ident: number): void;
  /** What listeners have been told; the official exports answer from it. */
  readonly told: Told;
  readonly players: Pick<OfficialPlayers, 'isPlayed' | 'unitOf'>;
}

export interface OfficialPorts {
  readonly store: Store;
  readonly local: LocalBus;
  /** Without it the entry of a call is packed anew for each event. */
  readonly share?: Share;
  readonly clients: Pick<ClientBus, 'pack' | 'send'>;
  readonly resources: Pick<Resources, 'isRunning' | 'onStart' | 'onStop' | 'caller'>;
  readonly subscriptions: Pick<Subscriptions, 'add'>;
  readonly console: Console;
  /** Name of the folder we are in. */
  readonly resource: string;
  readonly playerOf: (ident: number) => number | null;
  readonly isHere: (player: number) => boolean;
}

/** Units and calls that are known by now count as told. */
export function createOfficialEvents(ports: OfficialPorts): OfficialEvents {
  const { store, local, clients, resources, subscriptions, console, resource, playerOf, isHere } = ports;

  const isOther = (name: string) => name === CAD_FOLDER && name !== resource;
  /** The official resource raises its events itself. */
  const isAside = () => isOther(CAD_FOLDER) && resources.isRunning(CAD_FOLDER);

  function emit(event: string, ...args: unknown[]): void {
    if (!isAside()) local.emit(event, ...args);
  }
  const raise = (name: string, ...args: unknown[]) => emit(`SonoranCAD::pushevents:${name}`, ...args);

  const told = createTold(store.units.all(), store.incidents.openCalls(), ports.share);
  const players = createOfficialPlayers({
    playerOf,
    isHere,
    raise: emit,
    send(event, player, unit) {
      if (!isAside()) clients.send(event, player, clients.pack([unit]));
    },
  });
  const tellPorts = { told, raise, players };
  const tellChange = createTellChange(tellPorts);
  const tellings = createTellings(tellPorts, tellChange);

  /** A call that is over for another reason than the event: it made room, or is part of another one. */
  const isAccident = (change: Change) =>
    change.type === 'call.closed' && change.reason !== 'closed' && change.reason !== 'removed';

  /** After everything else: who plays the units that changed. */
  function settlePlayers(changes: readonly Change[]): void {
    for (const change of changes) {
      if (change.type === 'unit.login' || change.type === 'unit.updated' || change.type === 'unit.logout') {
        players.settle(change.unit.ident, told.unit(change.unit.ident));
      }
    }
  }

  function follow(name: string, line: string): void {
    if (isOther(name)) console.info(line);
  }

  if (isAside()) follow(CAD_FOLDER, ASIDE_LINE);
  resources.onStart((name) => follow(name, ASIDE_LINE));
  resources.onStop((name) => follow(name, BACK_LINE));

  local.on('SonoranCAD::RegisterPushEvent', (type, handler) => {
    const isTaken =
      typeof handler === 'function' &&
      // The official resource calls its subscribers itself.
      subscriptions.add(
        type,
        (envelope: unknown) => (isAside() ? undefined : handler(envelope)),
        'envelope',
      ) !== null;
    if (!isTaken) {
      console.warn(
        `SonoranCAD::RegisterPushEvent of ${resources.caller() ?? 'another resource'} was ignored: ` +
          'expected the name of an event and a function.',
      );
    }
  });

  return {
    push(type, event, wireType) {
      const telling = tellings.get(type);
      telling?.before?.(event.data, event);
      for (const change of event.changes) {
        if (telling?.tells.includes(change.type) && !isAccident(change)) told.apply(change);
        else tellChange(change);
      }
      if (telling) telling.after?.(event.data, event);
      else raise('OtherEvent', wireType, event.raw);
      settlePlayers(event.changes);
    },
    unknown: (type, data) => raise('OtherEvent', type, data),
    changes(changes) {
      for (const change of changes) tellChange(change);
      settlePlayers(changes);
    },
    unitMoved(ident) {
      const unit = store.units.get(ident);
      // A login or logout that is under way is told of first.
      if (unit && told.unit(ident)) players.settle(ident, unit);
    },
    told,
    players,
  };
}

const ASIDE_LINE = `The official resource "${CAD_FOLDER}" runs here too: its own event names are left to it.`;
const BACK_LINE = `"${CAD_FOLDER}" stops: its event names are raised here from now on.`;
