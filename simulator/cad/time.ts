// Points in time as the CAD writes them.

/** ISO 8601 in UTC without fractions, of ms since the Unix epoch. */
export function toIso(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** `HH:MM:SS` of an ISO text; anything else stays as it is. */
export function toTimeOfDay(iso: string): string {
  return /T(\d\d:\d\d:\d\d)/.exec(iso)?.[1] ?? iso;
}
