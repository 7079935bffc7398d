// Words an event: with `data` as one object, or in the varied ways of the documentation's examples.
import type { PushEnvelope } from '../types.ts';

/** How `data` is laid out. */
export type EventShape = 'object' | 'documented';

type Fields = Readonly<Record<string, unknown>>;

/** Types whose documented `data` is an array of one object. */
const inArray = new Set([
  'EVENT_UNIT_LOGIN',
  'EVENT_UNIT_LOGOUT',
  'EVENT_UNIT_STATUS',
  'EVENT_UNIT_PANIC',
  'EVENT_911',
  'EVENT_REMOVE_911',
]);

export function toEnvelope(key: string, type: string, data: unknown, shape: EventShape): PushEnvelope {
  if (!isFields(data)) return data === undefined ? { key, type } : { key, type, data };
  if (type === 'GET_LOGS') return { key, type, ...data };
  return { key, type, data: shape === 'documented' ? toDocumented(type, data) : data };
}

function toDocumented(type: string, data: Fields): unknown {
  const worded = varied(type, data);
  return inArray.has(type) ? [worded] : worded;
}

/** A single ident stands alone, `metaData` beside its 911 call, and no notes are an empty text. */
function varied(type: string, data: Fields): Fields {
  const { identIds, call, dispatch } = data;
  if (type === 'EVENT_UNIT_STATUS' && Array.isArray(identIds) && identIds.length === 1) {
    return { ...data, identIds: identIds[0] };
  }
  if (type === 'EVENT_911' && isFields(call)) {
    const { metaData, ...rest } = call;
    return { ...data, call: rest, metaData };
  }
  if (isFields(dispatch) && Array.isArray(dispatch.notes) && dispatch.notes.length === 0) {
    return { ...data, dispatch: { ...dispatch, notes: '' } };
  }
  return data;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
