// Incidents and units as rows of the key-value store. A row of another version, or one that was tampered with, is
// told from a good one here.

import * as z from 'zod';
import type { Incident } from './incident.ts';
import type { CadUnit } from './unit.ts';

/** Raised whenever the shape of a row changes; rows of other versions are dropped. */
const VERSION = 3;

const texts = z.record(z.string(), z.string());
const time = z.number();

const emergency = z.object({
  callId: z.int(),
  isEmergency: z.boolean(),
  caller: z.string(),
  location: z.string(),
  description: z.string(),
  metaData: texts,
  updated: time.nullable(),
});

const dispatch = z.object({
  origin: z.int().nullable(),
  status: z.int().nullable(),
  priority: z.union([z.number(), z.string()]).nullable(),
  block: z.string(),
  address: z.string(),
  postal: z.string(),
  title: z.string(),
  code: z.string(),
  description: z.string(),
  primary: z.int().nullable(),
  trackPrimary: z.boolean(),
  metaData: texts,
  updated: time.nullable(),
});

const incident: z.ZodType<Incident> = z.object({
  key: z.string(),
  emergencyId: z.int().nullable(),
  dispatchId: z.int().nullable(),
  emergency: emergency.nullable(),
  isEmergencyRemoved: z.boolean(),
  dispatch: dispatch.nullable(),
  isDispatchClosed: z.boolean(),
  idents: z.array(z.int()),
  notes: z.array(z.object({ time: z.string(), label: z.string(), type: z.string(), content: z.string() })),
  openedAt: time,
  updatedAt: time,
  isGivenUp: z.boolean(),
});

const unit: z.ZodType<CadUnit> = z.object({
  ident: z.int(),
  accountId: z.string().nullable(),
  status: z.int().nullable(),
  isPanic: z.boolean(),
  isDispatch: z.boolean(),
  unitNum: z.string(),
  name: z.string(),
  district: z.string(),
  department: z.string(),
  subdivision: z.string(),
  rank: z.string(),
  group: z.string(),
  location: z.string(),
  aop: z.string(),
  page: z.int().nullable(),
  identities: z.array(z.string()),
  position: z.object({ x: z.number(), y: z.number(), z: z.number().nullable() }).nullable(),
  loggedInAt: time,
});

/** How one kind of thing is kept: under which key, as which text. */
export interface RowKind<T> {
  readonly prefix: string;
  write(value: T): string;
  /** The value of a row, or null when it cannot be read or does not belong under its key. */
  read(key: string, text: string): T | null;
}

function rowKind<T>(prefix: string, schema: z.ZodType<T>, nameOf: (value: T) => string): RowKind<T> {
  const row = z.object({ v: z.literal(VERSION), value: schema });
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
      const parsed = row.safeParse(json);
      return parsed.success && key === prefix + nameOf(parsed.data.value) ? parsed.data.value : null;
    },
  };
}

export const incidentRows = rowKind('call:', incident, ({ key }) => key);
export const unitRows = rowKind('unit:', unit, ({ ident }) => String(ident));
