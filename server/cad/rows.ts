// Incidents and units as rows of the key-value store. A row of another version, or one that was tampered with, is
// told from a good one here.

import type { Note } from '../../shared/call.ts';
import type { Dispatch, Emergency, Incident } from './incident.ts';
import {
  either,
  flag,
  listOf,
  mapOf,
  number,
  orNull,
  type Shape,
  shapeOf,
  text,
  whole,
} from './row-shapes.ts';
import type { CadUnit } from './unit.ts';

/** Raised whenever the shape of a row changes; rows of other versions are dropped. */
const VERSION = 3;

const emergency = shapeOf<Emergency>({
  callId: whole,
  isEmergency: flag,
  caller: text,
  location: text,
  description: text,
  metaData: mapOf(text),
  updated: orNull(number),
});

const dispatch = shapeOf<Dispatch>({
  origin: orNull(whole),
  status: orNull(whole),
  priority: orNull(either(number, text)),
  block: text,
  address: text,
  postal: text,
  title: text,
  code: text,
  description: text,
  primary: orNull(whole),
  trackPrimary: flag,
  metaData: mapOf(text),
  updated: orNull(number),
});

const incident = shapeOf<Incident>({
  key: text,
  emergencyId: orNull(whole),
  dispatchId: orNull(whole),
  emergency: orNull(emergency),
  isEmergencyRemoved: flag,
  dispatch: orNull(dispatch),
  isDispatchClosed: flag,
  idents: listOf(whole),
  notes: listOf(shapeOf<Note>({ time: text, label: text, type: text, content: text })),
  openedAt: number,
  updatedAt: number,
  isGivenUp: flag,
});

const unit = shapeOf<CadUnit>({
  ident: whole,
  accountId: orNull(text),
  status: orNull(whole),
  isPanic: flag,
  isDispatch: flag,
  unitNum: text,
  name: text,
  district: text,
  department: text,
  subdivision: text,
  rank: text,
  group: text,
  location: text,
  aop: text,
  page: orNull(whole),
  identities: listOf(text),
  position: orNull(shapeOf<NonNullable<CadUnit['position']>>({ x: number, y: number, z: orNull(number) })),
  loggedInAt: number,
});

/** How one kind of thing is kept: under which key, as which text. */
export interface RowKind<T> {
  readonly prefix: string;
  write(value: T): string;
  /** The value of a row, or null when it cannot be read or does not belong under its key. */
  read(key: string, text: string): T | null;
}

function rowKind<T>(prefix: string, shape: Shape, nameOf: (value: T) => string): RowKind<T> {
  const row = shapeOf<{ v: number; value: T }>({ v: (version) => version === VERSION, value: shape });
  const isRow = (json: unknown): json is { readonly value: T } => row(json);
  return {
    prefix,
    write: (value) => JSON.stringify({ v: VERSION, value }),
    read(key, text) {
      let json: unknown;
      try {
        json = JSON.parse(text);
      } catch {
        return null; // Counted and reported by whoever reads the rows.
      }
      return isRow(json) && key === prefix + nameOf(json.value) ? json.value : null;
    },
  };
}

export const incidentRows = rowKind<Incident>('call:', incident, ({ key }) => key);
export const unitRows = rowKind<CadUnit>('unit:', unit, ({ ident }) => String(ident));
