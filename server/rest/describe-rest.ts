// The REST API as lines of the status command.

import type { RestStatus } from './caller.ts';
import type { ResyncStatus } from './resync.ts';

/** One line about requests, one about resyncs; `ago` words a time. */
export function describeRest(
  { missing, answered, failed, waiting, isDown, lastTrouble }: RestStatus,
  { lastAt, mended }: ResyncStatus,
  ago: (at: number) => string,
): string[] {
  if (missing !== null) return [`REST API: off. ${missing}`];
  const trouble = lastTrouble === null ? '' : ` Last trouble: ${lastTrouble}`;
  const state = isDown ? ' It is left alone for a while.' : '';
  const synced = lastAt === null ? 'not yet' : `${ago(lastAt)} ago`;
  return [
    `REST API: ${answered} requests answered, ${failed} failed, ${waiting} waiting.${state}${trouble}`,
    `Resync: ${synced}. Changes found by it that no event had told of: ${mended}.`,
  ];
}
