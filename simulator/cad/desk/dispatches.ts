// What happens to dispatch calls: they are made, changed, taken, commented and closed.
import { toIso } from '../time.ts';
import { type CallNote, callStatus, type DispatchCall, type EmergencyCall } from '../types.ts';
import { blankCall, prefill, toEventCall, toEventNote } from './dispatch-call.ts';
import { type DeskPorts, MINUTE_MS, type OneOrMany, toList } from './ports.ts';

type Fields = Partial<Omit<DispatchCall, 'updated'>>;

export interface DispatchOptions extends Fields {
  /** 911 call that becomes this one: it fills the fields that are not given, and is removed. */
  readonly fromEmergency?: number;
  /** Whether its removal is told before the new call; nobody knows the real order. */
  readonly isRemovalFirst?: boolean;
  /** Unit that does it; the first dispatcher unless given, -1 when there is none. */
  readonly by?: number;
  /** The CAD closes the call by itself then. */
  readonly deleteAfterMinutes?: number;
}

export interface NoteOptions {
  readonly content: string;
  readonly label?: string;
  readonly type?: string;
}

export interface DispatchHands {
  createDispatch(call?: DispatchOptions): DispatchCall;
  /** A status of closed closes the call. */
  edit(callId: number, changes: Omit<Fields, 'callId'>, by?: number): DispatchCall;
  /** Attaches those who are not yet. */
  attach(callId: number, idents: OneOrMany, by?: number): DispatchCall;
  /** Detaches those who are attached. */
  detach(callId: number, idents: OneOrMany, by?: number): DispatchCall;
  note(callId: number, note: NoteOptions | string): CallNote;
  close(callIds: OneOrMany, by?: number): void;
}

/** `expired` closes a call whose time is over; that is the CAD's own doing, whoever made it. */
export function createDispatchHands(
  { state, ids, now, timers, push }: DeskPorts,
  removeEmergency: (callId: number) => void,
  expired: (callId: number) => void,
): DispatchHands {
  const { calls, units } = state;
  const isoNow = () => toIso(now());
  const dispatcher = () => units.online().find(({ isDispatch }) => isDispatch)?.id ?? -1;

  function active(callId: number): DispatchCall {
    const call = calls.dispatch(callId);
    if (!call) throw new Error(`The CAD has no active dispatch call ${callId}.`);
    return call;
  }

  function emergency(callId: number): EmergencyCall {
    const call = calls.emergency(callId);
    if (!call) throw new Error(`The CAD has no 911 call ${callId}.`);
    return call;
  }

  /** One unit and several are worded differently. */
  function pushUnits(type: string, callId: number, idents: readonly number[], by: number): void {
    if (idents.length === 0) return;
    const who = idents.length === 1 ? { ident: idents[0] } : { idents };
    push(type, { eventOriginIdent: by, ...who, callId });
  }

  return {
    createDispatch({ fromEmergency, isRemovalFirst = false, by, deleteAfterMinutes = 0, ...given } = {}) {
      const source = fromEmergency === undefined ? null : emergency(fromEmergency);
      if (source && isRemovalFirst) removeEmergency(source.callId);
      const call = calls.addDispatch({
        ...blankCall,
        ...(source ? prefill(source) : {}),
        ...given,
        metaData: { ...source?.metaData, ...given.metaData, ...(source ? { origin911: source.callId } : {}) },
        callId: given.callId ?? ids.next('dispatch'),
        updated: isoNow(),
      });
      if (deleteAfterMinutes > 0) {
        timers.after(
          deleteAfterMinutes * MINUTE_MS,
          () => calls.dispatch(call.callId) && expired(call.callId),
        );
      }
      push('EVENT_DISPATCH_NEW', { eventOriginIdent: by ?? dispatcher(), dispatch: toEventCall(call) });
      if (source && !isRemovalFirst) removeEmergency(source.callId);
      return call;
    },
    edit(callId, changes, by = dispatcher()) {
      const call = calls.change(callId, changes);
      if (call.status === callStatus.closed) {
        push('EVENT_DISPATCH_CLOSED', { eventOriginIdent: by, callIds: [callId] });
      } else {
        push('EVENT_DISPATCH_EDIT', { eventOriginIdent: by, dispatch: toEventCall(call) });
      }
      return call;
    },
    attach(callId, idents, by = dispatcher()) {
      const { idents: before } = active(callId);
      const added = toList(idents).filter((ident) => !before.includes(ident));
      for (const ident of added) if (!units.get(ident)) throw new Error(`No unit ${ident} is on the air.`);
      const call = calls.change(callId, { idents: [...before, ...added] });
      pushUnits('EVENT_DISPATCH_UNIT_ATTACH', callId, added, by);
      return call;
    },
    detach(callId, idents, by = dispatcher()) {
      const { idents: before } = active(callId);
      const gone = toList(idents).filter((ident) => before.includes(ident));
      const call = calls.change(callId, { idents: before.filter((ident) => !gone.includes(ident)) });
      pushUnits('EVENT_DISPATCH_UNIT_DETACH', callId, gone, by);
      return call;
    },
    note(callId, given) {
      const {
        content,
        label = 'Dispatch',
        type = 'text',
      } = typeof given === 'string' ? { content: given } : given;
      const note = { time: isoNow(), label, type, content };
      calls.change(callId, { notes: [...active(callId).notes, note] });
      push('EVENT_DISPATCH_NOTE', { callId, note: toEventNote(note) });
      return note;
    },
    close(callIds, by = dispatcher()) {
      const list = toList(callIds);
      for (const callId of list) calls.change(callId, { status: callStatus.closed });
      push('EVENT_DISPATCH_CLOSED', { eventOriginIdent: by, callIds: list });
    },
  };
}
