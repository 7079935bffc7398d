// Reads what the CAD answers, by the same readers as its events; long lists in slices.

import { once } from '../../shared/once.ts';
import { ok, type Result, refuse } from '../../shared/result.ts';
import type { DispatchPatch, Emergency } from '../cad/incident.ts';
import type { CallPicture } from '../cad/picture.ts';
import type { UnitPatch } from '../cad/unit.ts';
import { isObject } from '../push/envelope.ts';
import { wireDispatch } from '../push/wire-dispatch.ts';
import { wireEmergency } from '../push/wire-emergency.ts';
import { wireUnit } from '../push/wire-unit.ts';
import * as z from '../zod.ts';
import type { InSlices } from './in-slices.ts';
import { createItemReader, type ReadItem, readOne, type Schema } from './item-reader.ts';

/** A value from the JSON of an answer, or what was expected there. */
export type Read<T> = (json: unknown) => Result<T, string> | Promise<Result<T, string>>;

/** Items of a list; `skipped` of them could not be read. */
interface ReadItems<T> {
  readonly items: readonly T[];
  readonly skipped: number;
}

async function readItems<T>(
  list: readonly unknown[],
  read: ReadItem<T>,
  inSlices: InSlices,
): Promise<ReadItems<T>> {
  const items: T[] = [];
  await inSlices(list, (raw) => {
    const parsed = read(raw);
    if (parsed.ok) items.push(parsed.value);
  });
  return { items, skipped: list.length - items.length };
}

/** An answer that must hold what was asked for. */
export function readAs<T>(schema: Schema<T>): Read<T> {
  const made = once(schema);
  return (json) => readOne(made(), json);
}

/** An answer that only confirms: the request was carried out, whatever it says. */
export function readOr<T>(schema: Schema<T>, fallback: T): Read<T> {
  const made = once(schema);
  return (json) => {
    const read = readOne(made(), json);
    return read.ok ? read : ok(fallback);
  };
}

/** An answer of which nothing matters but that it came. */
export const confirmed: Read<null> = () => ok(null);

/** The dispatch call itself, or under `dispatch`. */
export const dispatchAnswer: Schema<DispatchPatch> = () =>
  z.preprocess((raw) => (isObject(raw) && isObject(raw.dispatch) ? raw.dispatch : raw), wireDispatch());

export const emergencyAnswer: Schema<Emergency> = () => z.mapped(wireEmergency(), ({ call }) => call);

/** The status of units that are not logged in; only the REST API uses it. */
const OFFLINE = 100;

/** One page of units: a list, or a list in an object. `rows` counts what was on the page, readable or not. */
export function createReadUnits(
  inSlices: InSlices,
): Read<{ units: readonly UnitPatch[]; rows: number; skipped: number }> {
  const readUnit = createItemReader(wireUnit);
  return async (json) => {
    const list = isObject(json) ? (json.units ?? json.data) : json;
    if (!Array.isArray(list)) return refuse('answer: expected a list of units');
    const { items, skipped } = await readItems(list, readUnit, inSlices);
    return ok({ units: items.filter(({ status }) => status !== OFFLINE), rows: list.length, skipped });
  };
}

/** The open calls. A list that is missing leaves the picture incomplete. */
export function createReadCalls(inSlices: InSlices): Read<CallPicture> {
  const [readDispatch, readEmergency] = [createItemReader(wireDispatch), createItemReader(emergencyAnswer)];
  return async (json) => {
    const listUnder = (name: string) => {
      const list = isObject(json) ? (json[name] ?? json[name.charAt(0).toLowerCase() + name.slice(1)]) : null;
      return Array.isArray(list) ? list : null;
    };
    const [active, emergency] = [listUnder('ActiveCalls'), listUnder('EmergencyCalls')];
    if (!active && !emergency) return refuse('answer: expected lists of calls');
    const dispatches = await readItems(active ?? [], readDispatch, inSlices);
    const emergencies = await readItems(emergency ?? [], readEmergency, inSlices);
    return ok({
      dispatches: dispatches.items,
      emergencies: emergencies.items,
      isComplete: active !== null && emergency !== null && dispatches.skipped + emergencies.skipped === 0,
    });
  };
}
