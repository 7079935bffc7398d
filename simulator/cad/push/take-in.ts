// Takes in an event that somebody else worded: what it says has happened is what the CAD knows from then on.
import { blankCall } from '../desk/dispatch-call.ts';
import { blankData } from '../desk/units.ts';
import type { CadState } from '../state/state.ts';
import { type CadUnit, callStatus, type DispatchCall, type MetaData, unitStatus } from '../types.ts';
import {
  type Fields,
  noteOf,
  numbersOf,
  objectsOf,
  readEvent,
  type ToldEvent,
  textOf,
} from './told-event.ts';

type Taker = (state: CadState, told: Fields, now: string) => void;

/**
 * Changes the state as an event in any of its documented shapes says; `now` is ISO 8601. Texts that are no event, and
 * events that tell of nothing that is kept, change nothing. Neither do the event types from before 2023.
 */
export function takeIn(state: CadState, text: string, now: string): void {
  const event: ToldEvent | null = readEvent(text);
  const taker = event && takers[event.type.toUpperCase()];
  if (!taker) return;
  for (const told of event.data) taker(state, told, now);
}

const takers: Readonly<Record<string, Taker>> = {
  EVENT_UNIT_LOGIN(state, told) {
    for (const unit of objectsOf(told.unit)) {
      const known = toUnit(state, { ...unit, isDispatch: told.isDispatch ?? unit.isDispatch });
      if (!known) continue;
      state.units.login(known);
      if (known.data.communityUserId) state.links.link(known.data.communityUserId, known.accId);
    }
  },
  EVENT_UNIT_LOGOUT(state, { identId }) {
    for (const id of onAir(state, identId)) state.units.logout(id);
  },
  EVENT_UNIT_STATUS(state, { identIds, status, units }) {
    const [number] = numbersOf(status);
    if (number !== undefined)
      for (const id of onAir(state, identIds)) state.units.change(id, { status: number });
    changeUnits(state, units);
  },
  EVENT_UNIT_UPDATE: (state, { units }) => changeUnits(state, units),
  EVENT_UNIT_PANIC(state, { identIds, isPanic }) {
    for (const id of onAir(state, identIds)) state.units.change(id, { isPanic: isPanic === true });
  },
  EVENT_UNIT_GROUP_ADD: (state, { identId, identIds, groupName }) =>
    setGroup(state, [identId, identIds], textOf(groupName)),
  EVENT_UNIT_GROUP_REMOVE: (state, { identId, identIds }) => setGroup(state, [identId, identIds], ''),
  EVENT_UNIT_GROUP_CHANGE_NAME: (state, { identIds, newName }) => setGroup(state, identIds, textOf(newName)),
  EVENT_COMMUNITY_LINK_VERIFIED: (state, { communityUserId, accountUuid }) =>
    state.links.link(textOf(communityUserId), textOf(accountUuid)),

  EVENT_911(state, told, now) {
    for (const call of objectsOf(told.call)) {
      const [callId] = numbersOf(call.callId);
      if (callId === undefined) continue;
      state.calls.addEmergency({
        callId,
        isEmergency: call.isEmergency !== false,
        caller: textOf(call.caller),
        location: textOf(call.location),
        description: textOf(call.description),
        metaData: metaDataOf(call.metaData ?? told.metaData),
        updated: now,
      });
    }
  },
  EVENT_REMOVE_911(state, { callId, callIds }) {
    for (const id of numbersOf([callId, callIds])) state.calls.removeEmergency(id);
  },

  EVENT_DISPATCH_NEW: (state, { dispatch }, now) => setCalls(state, dispatch, now),
  EVENT_DISPATCH_EDIT: (state, told, now) => setCalls(state, told.dispatch ?? told, now),
  EVENT_DISPATCH_NOTE(state, { callId, note }, now) {
    for (const call of activeCalls(state, callId))
      state.calls.change(call.callId, { notes: [...call.notes, noteOf(note, now)] });
  },
  EVENT_DISPATCH_UNIT_ATTACH(state, { callId, ident, idents }) {
    for (const call of activeCalls(state, callId))
      state.calls.change(call.callId, {
        idents: [...new Set([...call.idents, ...numbersOf([ident, idents])])],
      });
  },
  EVENT_DISPATCH_UNIT_DETACH(state, { callId, ident, idents }) {
    const gone = numbersOf([ident, idents]);
    for (const call of activeCalls(state, callId))
      state.calls.change(call.callId, { idents: call.idents.filter((one) => !gone.includes(one)) });
  },
  EVENT_DISPATCH_CLOSED(state, { callId, callIds }) {
    for (const call of activeCalls(state, [callId, callIds]))
      state.calls.change(call.callId, { status: callStatus.closed });
  },
};

const onAir = (state: CadState, ids: unknown) => numbersOf(ids).filter((id) => state.units.get(id));

const activeCalls = (state: CadState, ids: unknown) =>
  numbersOf(ids).flatMap((id) => state.calls.dispatch(id) ?? []);

/** Events may carry text where the CAD keeps texts or numbers: what is neither is left out. */
function metaDataOf(value: unknown): MetaData {
  const [fields = {}] = objectsOf(value);
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string | number] =>
      ['string', 'number'].includes(typeof entry[1]),
    ),
  );
}

/** A unit with what is known of it, and what is told now. */
function toUnit(state: CadState, told: Fields): CadUnit | null {
  const [id] = numbersOf(told.id);
  if (id === undefined) return null;
  const known = state.units.find(id);
  const [data = {}] = objectsOf(told.data);
  const blank = {
    ...{ accId: '', status: unitStatus.available, isPanic: false, location: '', aop: '' },
    ...{ isDispatch: false, coordinates: null },
  };
  return {
    ...blank,
    ...known,
    ...told,
    id,
    isDispatch: (told.isDispatch ?? known?.isDispatch) === true,
    data: { ...blankData, ...known?.data, ...data },
  };
}

function changeUnits(state: CadState, units: unknown): void {
  for (const told of objectsOf(units)) {
    const unit = toUnit(state, told);
    if (unit && state.units.get(unit.id)) state.units.change(unit.id, unit);
  }
}

function setGroup(state: CadState, ids: unknown, group: string): void {
  for (const id of onAir(state, ids)) {
    const data = state.units.get(id)?.data ?? blankData;
    state.units.change(id, { data: { ...data, group } });
  }
}

/** A call is told whole, or as far as it has changed. */
function setCalls(state: CadState, value: unknown, now: string): void {
  for (const told of objectsOf(value)) {
    const [callId] = numbersOf(told.callId);
    if (callId === undefined) continue;
    const known: DispatchCall = state.calls.dispatch(callId) ?? { ...blankCall, callId, updated: now };
    state.calls.addDispatch({
      ...known,
      ...told,
      callId,
      notes: Array.isArray(told.notes) ? told.notes.map((note) => noteOf(note, now)) : known.notes,
      idents: told.idents === undefined ? known.idents : numbersOf(told.idents),
      metaData: { ...known.metaData, ...metaDataOf(told.metaData) },
      updated: now,
    });
    // It moves to the closed ones.
    if (told.status === callStatus.closed) state.calls.change(callId, { status: callStatus.closed });
  }
}
