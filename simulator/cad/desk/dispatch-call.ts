// How dispatch calls begin, and how events word them.
import { toTimeOfDay } from '../time.ts';
import { type CallNote, callStatus, type DispatchCall, type EmergencyCall } from '../types.ts';

/** A call of which nothing is said yet. */
export const blankCall: Omit<DispatchCall, 'callId' | 'updated'> = {
  origin: 0,
  status: callStatus.pending,
  priority: 3,
  block: '',
  address: '',
  postal: '',
  title: '',
  code: '',
  primary: 0,
  trackPrimary: false,
  description: '',
  notes: [],
  idents: [],
  metaData: {},
};

/** What a 911 call says of the dispatch call made from it. */
export function prefill({ location, description, metaData }: EmergencyCall): Partial<DispatchCall> {
  const { postal = '', block = '', code = '', priority } = metaData;
  return {
    address: location,
    description,
    postal: String(postal),
    block: String(block),
    code: String(code),
    ...(priority === undefined ? {} : { priority: Number(priority) || priority }),
  };
}

/** Notes in events carry the time of day only. */
export function toEventNote(note: CallNote): CallNote {
  return { ...note, time: toTimeOfDay(note.time) };
}

/** A call as events carry it. */
export function toEventCall(call: DispatchCall): DispatchCall {
  return { ...call, notes: call.notes.map(toEventNote) };
}
