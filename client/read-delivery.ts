// Reads a delivery from the server by hand: narrow checks, no library, so that the client bundle stays small.

import type { CallView } from '../shared/call.ts';
import type { Announcement, ClientSettings, Delivery } from '../shared/delivery.ts';

/**
 * The delivery in `value`, or null when it is none. Only the outer shape is checked: the server is ours, and only it
 * can raise the event; the check catches a server and a client of different versions.
 */
export function readDelivery(value: unknown): Delivery | null {
  if (!isRecord(value)) return null;
  const { reset, settings, calls, gone, announce } = value;
  if (!isListOf(calls, isCall) || !isListOf(gone, isText) || !isListOf(announce, isAnnouncement)) return null;
  if (settings !== undefined && settings !== null && !isSettings(settings)) return null;
  return {
    ...(reset === true && { reset: true }),
    ...(settings && { settings }),
    ...(calls && { calls }),
    ...(gone && { gone }),
    ...(announce && { announce }),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A missing list is fine: what was undefined arrives as nothing or as null. */
function isListOf<T>(value: unknown, is: (item: unknown) => item is T): value is T[] | null | undefined {
  return value === undefined || value === null || (Array.isArray(value) && value.every(is));
}

const isText = (value: unknown): value is string => typeof value === 'string';

function isCall(value: unknown): value is CallView {
  if (!isRecord(value) || typeof value.key !== 'string') return false;
  const { position } = value;
  return (
    position === null ||
    (isRecord(position) && typeof position.x === 'number' && typeof position.y === 'number')
  );
}

function isAnnouncement(value: unknown): value is Announcement {
  return isRecord(value) && typeof value.kind === 'string' && typeof value.key === 'string';
}

function isSettings(value: unknown): value is ClientSettings {
  return (
    isRecord(value) && isRecord(value.blips) && isRecord(value.blips.emergency) && isRecord(value.blips.civil)
  );
}
