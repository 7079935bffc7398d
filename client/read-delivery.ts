// Reads a delivery from the server by hand: narrow checks, no library, so that the client bundle stays small.

import type { CallView } from '../shared/call.ts';
import type { Announcement, ClientSettings, Delivery, PanicView } from '../shared/delivery.ts';
import type { UnitView } from '../shared/unit.ts';

/**
 * The delivery in `value`, or null when it is none. Only what is used without looking is checked: the server is ours,
 * and only it can raise the event; the check catches a server and a client of different versions.
 */
export function readDelivery(value: unknown): Delivery | null {
  if (!isRecord(value)) return null;
  const { reset, now, settings, isOnDuty, unit, calls, gone, panics, panicsGone, announce } = value;
  const fits =
    isOptional(reset, (flag) => flag === true) &&
    isOptional(now, isNumber) &&
    isOptional(settings, isSettings) &&
    isOptional(isOnDuty, (flag) => typeof flag === 'boolean') &&
    isOptional(unit, isUnit) &&
    isOptional(calls, listOf(isCall)) &&
    isOptional(gone, listOf(isText)) &&
    isOptional(panics, listOf(isPanic)) &&
    isOptional(panicsGone, listOf(isNumber)) &&
    isOptional(announce, listOf(isAnnouncement));
  if (!fits) return null;
  // Null is how nothing arrives, except for the unit: the player may have none.
  return Object.fromEntries(
    Object.entries(value).filter(([name, part]) => part !== null || name === 'unit'),
  ) as Delivery;
}

type Check = (value: unknown) => boolean;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What was undefined arrives as nothing or as null. */
const isOptional = (value: unknown, is: Check) => value === undefined || value === null || is(value);
const listOf = (is: Check) => (value: unknown) => Array.isArray(value) && value.every(is);
const recordOf = (is: Check) => (value: unknown) => isRecord(value) && Object.values(value).every(is);
const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number';

function isPlace(value: unknown): boolean {
  return value === null || (isRecord(value) && isNumber(value.x) && isNumber(value.y));
}

function isCall(value: unknown): value is CallView {
  return isRecord(value) && isText(value.key) && isPlace(value.position) && Array.isArray(value.units);
}

function isUnit(value: unknown): value is UnitView {
  return isRecord(value) && isNumber(value.ident);
}

function isPanic(value: unknown): value is PanicView {
  return isRecord(value) && isNumber(value.ident) && isText(value.unit) && isPlace(value.position);
}

/** Which further fields there are depends on the kind; those of an unknown kind are passed over later. */
function isAnnouncement(value: unknown): value is Announcement {
  return isRecord(value) && isText(value.kind) && (value.key === undefined || isText(value.key));
}

function isSettings(value: unknown): value is ClientSettings {
  if (!isRecord(value) || !isRecord(value.blips) || !isRecord(value.cards)) return false;
  const { emergency, civil, dispatch, panic } = value.blips;
  const { routes, sounds, keys, commands, player } = value;
  const areThere = [emergency, civil, dispatch, panic, routes, sounds, keys, commands, player].every(
    isRecord,
  );
  return areThere && isNotifySettings(value.notify);
}

function isNotifySettings(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { order, kinds, seconds, custom, language, texts } = value;
  return (
    listOf(isText)(order) &&
    recordOf(listOf(isText))(kinds) &&
    recordOf(isNumber)(seconds) &&
    isOptional(custom, recordOf(isText)) &&
    isText(language) &&
    recordOf(isText)(texts)
  );
}
