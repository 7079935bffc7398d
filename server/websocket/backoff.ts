// How long to wait before the CAD is asked for a connection again.

/** Pauses after the 1st, 2nd, ... failure in a row, the last one for all further ones; as the official resource has them. */
const PAUSES_MS = [0, 2_000, 10_000, 30_000] as const;
/** So that not all servers come back at the same moment: up to this long more, or this part of the pause more. */
const MIN_JITTER_MS = 1_000;
const JITTER = 0.25;

/** The pause in ms after so many failures in a row; `random` is from 0 up to 1. */
export function pauseAfter(failures: number, random: number): number {
  const ms = PAUSES_MS[Math.min(failures, PAUSES_MS.length) - 1] ?? 0;
  return ms + random * Math.max(MIN_JITTER_MS, ms * JITTER);
}
