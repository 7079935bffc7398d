// What the doctor says of the CAD's REST API: whether it is used, answers, and lets us ask as often as we do.

import { type Finding, failure, fine, warning } from './findings.ts';
import { duration, type Status } from './status.ts';

/** A limit that was met so long ago does not matter any more. */
const LIMITED_MS = 30 * 60_000;

export function examineApi({ status, now }: { readonly status: Status; readonly now: number }): Finding[] {
  const { missing, isDown, lastTrouble, answered, failed, limitedAt } = status.rest;
  if (missing !== null) {
    return [
      fine('SC-API', `The CAD's API is not used, which is fine: events arrive all the same. ${missing}`),
    ];
  }
  if (isDown || (answered === 0 && lastTrouble !== null)) {
    return [
      failure(
        'SC-API',
        "The CAD's API does not answer as it should.",
        lastTrouble ?? 'Check internet connection, key and server id.',
      ),
    ];
  }
  if (limitedAt !== null && now - limitedAt < LIMITED_MS) {
    return [
      warning(
        'SC-API',
        `The CAD said ${duration(now - limitedAt)} ago that it is asked too often.`,
        'Its limits count for the API key, whichever tool uses it: stop other tools with this key, or raise rest.resyncMinutes.',
      ),
    ];
  }
  const rest = failed > 0 ? `, ${failed} failed` : '';
  return [fine('SC-API', `The CAD's API answers: ${answered} requests so far${rest}.`)];
}
