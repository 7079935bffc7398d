// Forwarding as lines of the status command.

import type { ForwardStatus } from './forwarder.ts';

/** One line per target, and one when events came back; none when nothing is forwarded. */
export function describeForwarding({ targets, looped }: ForwardStatus): string[] {
  const lines = targets.map(
    ({ host, sent, queued, failed, dropped, isDown, lastError }) =>
      `Forwarding to ${host}: ${sent} sent, ${queued} waiting, ${failed} failed, ${dropped} dropped` +
      `${isDown ? '; it does not answer' : ''}${lastError === null ? '' : `; last trouble: ${lastError}`}.`,
  );
  return looped > 0
    ? [...lines, `Forwarding: ${looped} events came back and were not forwarded again.`]
    : lines;
}
