// Push events under the official names: one entry per type, in the order in which the official resource raises its
// events. docs/integration.md lists names, arguments and what differs.

import type { Call } from '../../../shared/call.ts';
import type { Change, ChangeOf } from '../../cad/changes.ts';
import type { AppliedEvent } from '../../intake.ts';
import type { PushDefinition } from '../../push/definition.ts';
import { isObject } from '../../push/envelope.ts';
import { characterSelected, linkVerified } from '../../push/events/accounts.ts';
import { tone } from '../../push/events/alerts.ts';
import { unitAttached, unitDetached } from '../../push/events/attachments.ts';
import { dispatchClosed, dispatchEdit, dispatchNew, dispatchNote } from '../../push/events/dispatch-calls.ts';
import { emergencyCall, emergencyRemoved } from '../../push/events/emergency-calls.ts';
import { logsRequested } from '../../push/events/maintenance.ts';
import { recordAdded, recordEdited, recordRemoved } from '../../push/events/records.ts';
import { groupAdded, groupRemoved, groupRenamed } from '../../push/events/unit-groups.ts';
import { unitLogin, unitLogout, unitPanic, unitStatus, unitUpdate } from '../../push/events/units.ts';
import { streetSignUpdated } from '../../push/events/world.ts';
import { toOfficialEmergency, unknownFields } from './official-call.ts';
import type { TellChange, TellPorts } from './tell-change.ts';

/** How the events of one type are told. */
export interface Telling<T = unknown> {
  /** Changes that are told of here; the others are told as changes, between `before` and `after`. */
  readonly tells: readonly Change['type'][];
  /** Raised while whoever asks still gets the picture from before the event. */
  before?(data: T, event: AppliedEvent): void;
  after?(data: T, event: AppliedEvent): void;
}

/** Calls as one event made them: opened, changed, or closed because the CAD said so. */
type CallChange = ChangeOf<'call.opened' | 'call.updated' | 'call.closed'>;

const fieldsOf = (value: unknown): Record<string, unknown> => (isObject(value) ? value : {});

/** What became of one call, if anything did. */
function changeOf(changes: readonly Change[], isMeant: (call: Call) => boolean): CallChange | null {
  for (const change of changes) {
    if (change.type === 'call.closed' && change.reason !== 'closed') continue;
    if (change.type !== 'call.opened' && change.type !== 'call.updated' && change.type !== 'call.closed')
      continue;
    if (isMeant(change.call)) return change;
  }
  return null;
}

/** By type of event. A type that is missing has no official event of its own. */
export function createTellings(
  { told, raise, players }: TellPorts,
  tellChange: TellChange,
): ReadonlyMap<string, Telling> {
  const tell = <T>(definition: PushDefinition<T>, telling: Telling<T>): [string, Telling] => [
    definition.type,
    telling,
  ];
  /** For events that change nothing which has an official event. */
  const pass = <T>(
    definition: PushDefinition<T>,
    name: string,
    toArgument: (data: T, raw: object) => unknown,
  ) =>
    tell(definition, {
      tells: [],
      after: (data, { raw }) => raise(name, toArgument(data, fieldsOf(raw))),
    });

  /** Fields of a dispatch call that only the CAD knows the meaning of. */
  const extraOf = (raw: unknown) => unknownFields(fieldsOf(fieldsOf(raw).dispatch ?? raw));

  function dispatched(callId: number, { raw, changes }: AppliedEvent): void {
    const change = changeOf(changes, ({ dispatchId }) => dispatchId === callId);
    if (!change) return;
    if (change.type === 'call.closed') return tellChange.closed(change.call);
    if (change.type === 'call.updated' && change.before.stage === '911') raise('EmergencyCacheUpdated');
    tellChange.dispatched(callId, extraOf(raw));
    for (const other of changes) {
      if (other.type === 'unit.attached' || other.type === 'unit.detached') tellChange(other);
    }
  }

  function attachment(name: 'UnitAttach' | 'UnitDetach', type: 'unit.attached' | 'unit.detached') {
    const tellings: Telling<{ readonly callId: number; readonly idents: readonly number[] }> = {
      tells: ['call.updated', type],
      before({ callId }, { changes }) {
        const entry = told.entry(callId);
        if (!entry) return;
        for (const change of changes) {
          if (change.type === type) raise(name, entry, tellChange.unit(change.ident));
        }
      },
      after: (_, { changes }) => changes.length > 0 && raise('CallCacheUpdated'),
    };
    return tellings;
  }

  const wholeDispatch: readonly Change['type'][] = [
    'call.opened',
    'call.updated',
    'call.closed',
    'call.note',
    'unit.attached',
    'unit.detached',
  ];

  function unitUpdated(ident: number, isStatus: boolean): void {
    const unit = told.unit(ident);
    if (!unit) return;
    raise('UnitUpdate', told.argument(unit), unit.status);
    if (isStatus) raise('UnitStatusUpdate', told.argument(unit), unit.status);
  }

  const hasStatus = (changes: readonly Change[], ident: number) =>
    changes.some((change) => change.type === 'unit.status' && change.unit.ident === ident);

  return new Map([
    tell(emergencyCall, {
      tells: ['call.opened', 'call.updated'],
      after({ call: { callId }, identities }, { raw, changes }) {
        const change = changeOf(changes, ({ emergencyId }) => emergencyId === callId);
        if (!change) return;
        const { call } = change;
        if (call.stage === 'dispatch') return raise('CallCacheUpdated');
        const extra = fieldsOf(fieldsOf(raw).call ?? raw);
        raise('EmergencyCacheUpdated');
        raise(
          'IncomingCadCall',
          { ...extra, ...toOfficialEmergency(call) },
          call.metaData,
          identities.length > 0 ? identities : null,
        );
      },
    }),
    tell(emergencyRemoved, {
      tells: ['call.closed'],
      after({ callIds }, { changes }) {
        if (changes.length > 0) raise('EmergencyCacheUpdated');
        for (const callId of callIds) raise('CadCallRemoved', callId);
      },
    }),
    tell(dispatchNew, {
      tells: wholeDispatch,
      after: ({ dispatch }, event) => dispatched(dispatch.callId, event),
    }),
    tell(dispatchEdit, {
      tells: wholeDispatch,
      before({ dispatch: { callId }, eventOriginIdent }, { raw, changes }) {
        const before = told.entry(callId);
        const change = changeOf(changes, ({ dispatchId }) => dispatchId === callId);
        if (!before || !change) return;
        const dispatch = told.dispatch(change.call, extraOf(raw));
        raise('DispatchEdit', before, { dispatch, eventOriginIdent });
      },
      after: ({ dispatch }, event) => dispatched(dispatch.callId, event),
    }),
    tell(dispatchClosed, {
      tells: ['call.closed'],
      after(_, { changes }) {
        for (const change of changes) {
          if (change.type === 'call.closed' && change.reason === 'closed') tellChange.closed(change.call);
        }
      },
    }),
    tell(dispatchNote, {
      tells: ['call.updated', 'call.note'],
      before({ callId, note }, { changes }) {
        const entry = told.entry(callId);
        if (entry && changes.length > 0) raise('DispatchNote', entry, { callId, note });
      },
      after: (_, { changes }) => changes.length > 0 && raise('CallCacheUpdated'),
    }),
    tell(unitAttached, attachment('UnitAttach', 'unit.attached')),
    tell(unitDetached, attachment('UnitDetach', 'unit.detached')),
    tell(unitLogin, {
      tells: ['unit.login', 'unit.updated', 'unit.status'],
      after({ units }) {
        for (const { ident } of units) {
          const unit = told.unit(ident);
          if (unit) raise('UnitLogin', told.argument(unit));
        }
      },
    }),
    tell(unitLogout, {
      tells: ['unit.logout'],
      before({ idents }) {
        for (const ident of idents) {
          raise('UnitLogout', ident);
          const unit = told.unit(ident);
          if (unit) players.leave(unit);
        }
      },
    }),
    tell(unitStatus, {
      tells: ['unit.updated', 'unit.status'],
      after({ idents, units }, { changes }) {
        for (const ident of idents) unitUpdated(ident, true);
        for (const { ident } of units) unitUpdated(ident, hasStatus(changes, ident));
      },
    }),
    tell(unitUpdate, {
      tells: ['unit.updated', 'unit.status'],
      after({ units }, { changes }) {
        for (const { ident } of units) unitUpdated(ident, hasStatus(changes, ident));
      },
    }),
    tell(unitPanic, {
      tells: ['unit.updated', 'unit.panic'],
      after({ idents, isPanic }) {
        for (const ident of idents) {
          const unit = told.unit(ident);
          if (unit) raise('UnitPanic', told.argument(unit), ident, isPanic);
        }
      },
    }),
    pass(groupAdded, 'UnitGroupAdd', ({ groupName, idents }) => ({ groupName, idents })),
    pass(groupRemoved, 'UnitGroupRemove', ({ groupName, idents }, raw) => ({
      ...raw,
      identId: idents[0] ?? null,
      identIds: idents,
      groupName,
    })),
    pass(groupRenamed, 'UnitGroupRename', ({ idents, oldName, newName }, raw) => ({
      ...raw,
      identIds: idents,
      oldName,
      newName,
    })),
    pass(tone, 'Tone', (data, raw) => ({ ...raw, ...data })),
    pass(streetSignUpdated, 'SmartSignUpdate', ({ signData }) => signData),
    pass(recordAdded, 'RecordAdded', ({ record }) => record),
    pass(recordEdited, 'RecordEdited', ({ record }) => record),
    pass(recordRemoved, 'RecordRemoved', ({ record }) => record),
    pass(characterSelected, 'CharacterSelected', ({ accountId, character }, raw) => ({
      ...raw,
      accId: accountId,
      id: character,
    })),
    pass(linkVerified, 'CommunityLinkVerified', (data, raw) => ({ ...raw, ...data })),
    pass(logsRequested, 'SendSupportLogs', ({ logKey }) => logKey),
  ]);
}
