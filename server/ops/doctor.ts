// `sonorancad doctor`: looks at everything an owner gets wrong, and says of each thing whether it is right and what to do.

import { explainWebsocket } from '../websocket/explain-websocket.ts';
import { CAD_FOLDER } from './address.ts';
import { type Finding, failure, fine, warning } from './findings.ts';
import { duration, type Status } from './status.ts';

/** What the doctor looks at besides the status. */
export interface DoctorFacts {
  readonly status: Status;
  readonly now: number;
  readonly port: string;
  /** Whether `sonoran_apiKey` is a text that can be a key; never the key itself. */
  readonly keyShape: 'missing' | 'odd' | 'fine';
  /** Whether a player's game was able to read the key. */
  readonly isKeyLeaked: boolean;
  /** Whether a resource called `sonorancad` runs that is not us. */
  readonly isOfficialRunning: boolean;
  readonly configProblems: readonly string[];
  /** `rateLimiter_http_<resource>_rate` and `_burst`, `''` when not set. */
  readonly limiterRate: string;
  readonly limiterBurst: string;
  /** Convars of the host. */
  readonly oneSync: string;
  readonly hostVersion: string;
  /** Players whose screens are ready, of those on duty. */
  readonly screensReady: number;
  readonly dutySources: readonly string[];
}

/** First artifact that runs scripts on Node 22 when asked to. */
const MIN_ARTIFACT = 12913;
/** Nothing before this was released: a clock that says so is wrong. */
const EPOCH = Date.UTC(2024, 0, 1);
const QUIET_MS = 30 * 60_000;

export function diagnose(facts: DoctorFacts): Finding[] {
  return [
    ...key(facts),
    ...folder(facts),
    ...events(facts),
    ...refused(facts),
    ...limiter(facts),
    ...config(facts),
    ...players(facts),
    ...host(facts),
    ...api(facts),
    ...explainWebsocket(facts),
    ...forwarding(facts),
  ];
}

function key({ keyShape, isKeyLeaked, status }: DoctorFacts): Finding[] {
  const findings: Finding[] = [];
  if (keyShape === 'missing') {
    findings.push(
      failure(
        'SC-KEY',
        'There is no API key: every event is refused.',
        'Add to server.cfg, above the ensure line: set sonoran_apiKey "the key from the CAD, Admin > Advanced > API"',
      ),
    );
  } else if (keyShape === 'odd') {
    findings.push(
      warning(
        'SC-KEY',
        'The API key does not look like one: it is very short, or has blanks or quotes in it.',
        'Copy it from the CAD again, and put it between one pair of straight quotes.',
      ),
    );
  } else {
    const wrong = status.refused.key ?? 0;
    findings.push(
      wrong > 0 && status.events.accepted === 0
        ? failure(
            'SC-KEY',
            `An API key is set, but ${wrong} requests came with another one and none with this.`,
            'Compare sonoran_apiKey in server.cfg with the key in the CAD: Admin > Advanced > API.',
          )
        : fine('SC-KEY', 'An API key is set.'),
    );
  }
  if (isKeyLeaked) {
    findings.push(
      failure(
        'SC-LEAK',
        "Players' games can read the API key.",
        'Use "set sonoran_apiKey", never "setr" or "sets"; restart the whole server, and make a new key in the CAD.',
      ),
    );
  }
  return findings;
}

function folder({ status, port, isOfficialRunning }: DoctorFacts): Finding[] {
  if (status.websocket.transport === 'websocket') {
    return [fine('SC-FOLDER', 'Events come over the websocket, whatever the folder is called.')];
  }
  const isOurs = status.resource === CAD_FOLDER;
  if (isOurs) {
    return [
      fine('SC-FOLDER', 'The folder is called sonorancad, as the CAD expects it.'),
      fine(
        'SC-PORT',
        `The CAD is to post to ${status.url}. Try it from outside: http://<public IP>:${port}/sonorancad/`,
      ),
    ];
  }
  return [
    isOfficialRunning
      ? fine(
          'SC-FOLDER',
          `The folder is called ${status.resource}; the official resource forwards events to it.`,
        )
      : failure(
          'SC-FOLDER',
          `The folder is called ${status.resource}: the CAD posts only to one called ${CAD_FOLDER}.`,
          `Rename the folder to ${CAD_FOLDER}, and change the ensure line in server.cfg.`,
        ),
    isOfficialRunning
      ? fine('SC-OFFICIAL', 'The official resource runs beside this one; its event names are left to it.')
      : fine('SC-OFFICIAL', 'The official resource does not run.'),
  ];
}

function events({ status, now }: DoctorFacts): Finding[] {
  const { lastAt, lastType, accepted } = status.events;
  const refusals = Object.values(status.refused).reduce<number>((sum, count) => sum + (count ?? 0), 0);
  if (lastAt !== null) {
    const age = now - lastAt;
    const what = `${accepted} events came, the last one (${lastType}) ${duration(age)} ago.`;
    if (age < QUIET_MS) return [fine('SC-EVENTS', what)];
    return [
      warning(
        'SC-EVENTS',
        what,
        status.websocket.transport === 'http'
          ? 'Nothing to do if the CAD was quiet. Otherwise see the next start of the official resource or another tool: a websocket session for the same server id takes all events.'
          : 'Nothing to do if the CAD was quiet. Otherwise see SC-SOCKET: events come over the websocket.',
      ),
    ];
  }
  if (refusals > 0) {
    return [
      failure('SC-EVENTS', 'Requests come in, but every one was refused.', 'See SC-REFUSED and SC-KEY.'),
    ];
  }
  if (status.websocket.transport === 'websocket') {
    return [
      warning(
        'SC-EVENTS',
        `No event has come since the start, ${duration(now - status.startedAt)} ago.`,
        'They come over the websocket: see SC-SOCKET. Nothing to do if that is connected and the CAD was quiet.',
      ),
    ];
  }
  return [
    warning(
      'SC-EVENTS',
      `Nothing has reached the game server since the start, ${duration(now - status.startedAt)} ago.`,
      'In the CAD: Admin > Advanced > In-Game Integration, public IP and game port. Open the address of SC-PORT from outside. If another tool (such as the official resource) holds a websocket session for the same server id, the CAD sends everything there.',
    ),
  ];
}

const REFUSED: Readonly<Record<string, string>> = {
  'not-found': 'to another path',
  method: 'with another method than POST',
  'not-configured': 'while there was no key',
  'no-length': 'without a length or a body',
  'too-large': 'that were too large',
  'no-body': 'whose body never came',
  payload: 'that could not be read',
  key: 'with a wrong key',
  type: 'of types that nobody here knows',
  defect: 'that met a defect of this resource',
};

function refused({ status }: DoctorFacts): Finding[] {
  const parts = Object.entries(status.refused)
    .filter(([, count]) => (count ?? 0) > 0)
    .map(([reason, count]) => `${count} ${REFUSED[reason] ?? reason}`);
  if (parts.length === 0) return [fine('SC-REFUSED', 'No request was refused.')];
  const isSerious = (status.refused.defect ?? 0) > 0;
  const what = `Refused since the start: ${parts.join(', ')}.`;
  return [
    isSerious
      ? failure('SC-REFUSED', what, 'The console shows the defect: please report it with those lines.')
      : warning(
          'SC-REFUSED',
          what,
          'The console names address and reason of each; strangers knocking is normal.',
        ),
  ];
}

function limiter({ status, limiterRate, limiterBurst }: DoctorFacts): Finding[] {
  const names = ['rate', 'burst'].map((what) => `rateLimiter_http_${status.resource}_${what}`);
  if (limiterRate !== '' && limiterBurst !== '') {
    return [
      fine(
        'SC-LIMIT',
        `The game server lets ${limiterRate} requests a second through, ${limiterBurst} at once.`,
      ),
    ];
  }
  return [
    warning(
      'SC-LIMIT',
      'The game server lets 10 requests a second of one address through, 25 at once; a busy CAD may send more.',
      `Add to server.cfg: set ${names[0]} 50  and  set ${names[1]} 200`,
    ),
  ];
}

function config({ configProblems }: DoctorFacts): Finding[] {
  if (configProblems.length === 0) return [fine('SC-CONFIG', 'config.json has no mistakes.')];
  return configProblems.map((problem) => warning('SC-CONFIG', problem, 'Mend it, then: sonorancad reload'));
}

function players(facts: DoctorFacts): Finding[] {
  const { status, dutySources, screensReady } = facts;
  const { online, onDuty } = status.players;
  const sources = dutySources.join(', ');
  const duty =
    online > 0 && onDuty === 0
      ? warning(
          'SC-DUTY',
          `${online} players are online and nobody is on duty (asked: ${sources}).`,
          'sonorancad why <player id> says why, source by source.',
        )
      : fine('SC-DUTY', `${onDuty} of ${online} players are on duty (asked: ${sources}).`);
  const screens =
    onDuty > screensReady
      ? warning(
          'SC-SCREEN',
          `${onDuty - screensReady} of ${onDuty} players on duty have no screen of ours; they get alerts in the game's own feed.`,
          'They may still be loading. If it stays so: is this the release zip, with dist/web in it?',
        )
      : fine('SC-SCREEN', `The screens of ${screensReady} players on duty are ready.`);
  return [
    duty,
    screens,
    fine('SC-FRAMEWORK', `Framework: ${status.framework ?? 'none, which is fine'}.`),
    status.postals
      ? fine('SC-POSTAL', `${status.postals.codes} postals are known from ${status.postals.resource}.`)
      : warning(
          'SC-POSTAL',
          'No postal resource was found: calls with a postal but without coordinates have no blip.',
          'Start nearest-postal or another resource with postal_file in its manifest, or name it: places.postalResource.',
        ),
  ];
}

function host({ oneSync, hostVersion, now }: DoctorFacts): Finding[] {
  const artifact = Number(/v1\.0\.0\.(\d+)/.exec(hostVersion)?.[1] ?? Number.NaN);
  return [
    oneSync === 'off' || oneSync === 'false'
      ? warning(
          'SC-ONESYNC',
          'OneSync is off: panics cannot follow their unit, and callers without coordinates are not found.',
          'Add to server.cfg: set onesync on',
        )
      : fine('SC-ONESYNC', 'OneSync is on.'),
    Number.isNaN(artifact) || artifact >= MIN_ARTIFACT
      ? fine(
          'SC-ARTIFACT',
          Number.isNaN(artifact) ? 'The version of the game server is not known.' : `Artifact ${artifact}.`,
        )
      : failure(
          'SC-ARTIFACT',
          `Artifact ${artifact} is too old.`,
          `Update the game server to ${MIN_ARTIFACT} or newer.`,
        ),
    now < EPOCH
      ? failure(
          'SC-CLOCK',
          'The clock of this machine is years behind.',
          'Set it: https connections fail until then.',
        )
      : fine('SC-CLOCK', `The clock says ${new Date(now).toISOString().slice(0, 16).replace('T', ' ')} UTC.`),
  ];
}

function api({ status }: DoctorFacts): Finding[] {
  const { missing, isDown, lastTrouble, answered } = status.rest;
  if (missing !== null) {
    return [
      fine('SC-API', `The CAD's API is not used, which is fine: events arrive all the same. ${missing}`),
    ];
  }
  if (isDown || (answered === 0 && lastTrouble !== null)) {
    return [
      failure(
        'SC-API',
        `The CAD's API does not answer as it should.`,
        lastTrouble ?? 'Check internet connection, key and server id.',
      ),
    ];
  }
  return [fine('SC-API', `The CAD's API answers: ${answered} requests so far.`)];
}

function forwarding({ status }: DoctorFacts): Finding[] {
  return status.forwarding.targets.map(({ host: name, sent, isDown, lastError, dropped }) =>
    isDown || dropped > 0
      ? warning(
          'SC-FORWARD',
          `${name} does not take forwarded events${lastError === null ? '' : ` (${lastError})`}; ${dropped} were dropped.`,
          'Check that web server, and its address in forward.urls.',
        )
      : fine('SC-FORWARD', `${sent} events were forwarded to ${name}.`),
  );
}
