// What the doctor says of the game server and the machine: OneSync, the version, and the clock.

import { type Finding, failure, fine, warning } from './findings.ts';
import { duration, type Status } from './status.ts';

export interface HostFacts {
  readonly status: Status;
  readonly now: number;
  /** Convars of the host. */
  readonly oneSync: string;
  readonly hostVersion: string;
}

/** First artifact that runs scripts on Node 22 when asked to. */
const MIN_ARTIFACT = 12913;
/** Nothing before this was released: a clock that says so is wrong. */
const EPOCH = Date.UTC(2024, 0, 1);
/** Answers take a while, and the CAD tells full seconds. */
const SKEW_MS = 60_000;

export function examineHost(facts: HostFacts): Finding[] {
  return [oneSync(facts), artifact(facts), clock(facts)];
}

function oneSync({ oneSync: convar }: HostFacts): Finding {
  if (convar !== 'off' && convar !== 'false') return fine('SC-ONESYNC', 'OneSync is on.');
  return warning(
    'SC-ONESYNC',
    'OneSync is off: panics cannot follow their unit, and callers without coordinates are not found.',
    'Add to server.cfg: set onesync on',
  );
}

function artifact({ hostVersion }: HostFacts): Finding {
  const found = /v1\.0\.0\.(\d+)/.exec(hostVersion)?.[1];
  if (found === undefined) return fine('SC-ARTIFACT', 'The version of the game server is not known.');
  if (Number(found) >= MIN_ARTIFACT) return fine('SC-ARTIFACT', `Artifact ${found}.`);
  return failure(
    'SC-ARTIFACT',
    `Artifact ${found} is too old.`,
    `Update the game server to ${MIN_ARTIFACT} or newer.`,
  );
}

function clock({ now, status }: HostFacts): Finding {
  if (now < EPOCH) {
    return failure(
      'SC-CLOCK',
      'The clock of this machine is years behind.',
      'Set it: https connections fail until then.',
    );
  }
  const { clockAheadMs: ahead } = status.rest;
  if (ahead !== null && Math.abs(ahead) > SKEW_MS) {
    return warning(
      'SC-CLOCK',
      `The clock of this machine is ${duration(Math.abs(ahead))} ${ahead > 0 ? 'ahead of' : 'behind'} the CAD's.`,
      'Turn on the synchronisation of time: edits of calls are ordered by their times.',
    );
  }
  const time = new Date(now).toISOString().slice(0, 16).replace('T', ' ');
  return fine('SC-CLOCK', `The clock says ${time} UTC${ahead === null ? '' : ', as the CAD does'}.`);
}
