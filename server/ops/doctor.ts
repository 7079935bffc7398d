// `sonorancad doctor`: looks at everything an owner gets wrong, and says of each thing whether it is right and what to do.

import type { keyShape } from '../http/api-keys.ts';
import { explainWebsocket } from '../websocket/explain-websocket.ts';
import { CAD_FOLDER } from './address.ts';
import { examineApi } from './examine-api.ts';
import { examineFiles, type FileFacts } from './examine-files.ts';
import { examineHost, type HostFacts } from './examine-host.ts';
import { examinePlayers, type PlayerFacts } from './examine-players.ts';
import { type Finding, failure, fine, warning } from './findings.ts';
import { duration, type Status } from './status.ts';

/** What the doctor looks at besides the status. */
export interface DoctorFacts extends PlayerFacts, HostFacts, FileFacts {
  readonly status: Status;
  readonly now: number;
  /** Whether `sonoran_apiKey` is a text that can be a key; never the key itself. */
  readonly keyShape: ReturnType<typeof keyShape>;
  /** Whether a player's game was able to read the key. */
  readonly isKeyLeaked: boolean;
  /** Folder in which the official resource runs beside us, or null. */
  readonly officialFolder: string | null;
  /** `rateLimiter_http_<resource>_rate` and `_burst`, `''` when not set. */
  readonly limiterRate: string;
  readonly limiterBurst: string;
}

const QUIET_MS = 30 * 60_000;
const SHOWN_TYPES = 5;

export function diagnose(facts: DoctorFacts): Finding[] {
  return [
    ...key(facts),
    ...folder(facts),
    ...events(facts),
    ...refused(facts),
    ...limiter(facts),
    ...examineFiles(facts),
    ...examinePlayers(facts),
    ...examineHost(facts),
    ...examineApi(facts),
    ...explainWebsocket({ ...facts, isOfficialRunning: facts.officialFolder !== null }),
    ...forwarding(facts),
  ];
}

function key({ keyShape: shape, isKeyLeaked, status }: DoctorFacts): Finding[] {
  const findings: Finding[] = [];
  if (shape === 'missing') {
    findings.push(
      failure(
        'SC-KEY',
        'There is no API key: every event is refused.',
        'Copy the key from the CAD (Admin > Advanced > API), and add to server.cfg, above the "ensure" line: set sonoran_apiKey "paste the key here"',
      ),
    );
  } else if (shape === 'placeholder') {
    findings.push(
      failure(
        'SC-KEY',
        'sonoran_apiKey holds a placeholder in place of the key: every event is refused.',
        'Put the key from the CAD there, Admin > Advanced > API, and see that no line below sets it again, such as "exec sonorancad.cfg" of the official resource.',
      ),
    );
  } else if (shape === 'odd') {
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

function folder({ status, officialFolder }: DoctorFacts): Finding[] {
  const isOfficialRunning = officialFolder === CAD_FOLDER;
  if (status.websocket.transport === 'websocket') {
    return [fine('SC-FOLDER', 'Events come over the websocket, whatever the folder is called.')];
  }
  const isOurs = status.resource === CAD_FOLDER;
  if (isOurs) {
    return [
      fine('SC-FOLDER', 'The folder is called sonorancad, as the CAD expects it.'),
      fine(
        'SC-PORT',
        `The CAD is to post to ${status.url}. Try it from outside: ${status.url.replace(/event$/, '')}`,
      ),
      ...(officialFolder === null
        ? []
        : [
            warning(
              'SC-OFFICIAL',
              `The official resource runs in the folder ${officialFolder}: the CAD sends its events there, over a websocket.`,
              `Stop it and take its ensure line out of server.cfg. To keep both, see docs/migrating.md.`,
            ),
          ]),
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

function events({ status, now, officialFolder }: DoctorFacts): Finding[] {
  const { lastAt, lastType, lastFrom, accepted } = status.events;
  const refusals = Object.values(status.refused).reduce<number>((sum, count) => sum + (count ?? 0), 0);
  if (lastAt !== null) {
    const age = now - lastAt;
    const what = `${accepted} events came, the last one (${lastType}) ${duration(age)} ago from ${lastFrom ?? 'somewhere'}.${lastOfTypes(status.events, now)}`;
    if (age < QUIET_MS) return [fine('SC-EVENTS', what)];
    return [
      warning(
        'SC-EVENTS',
        what,
        status.websocket.transport === 'http'
          ? 'Nothing to do if the CAD was quiet. Otherwise see whether another tool, such as the official resource, was started: its websocket session takes all events of the same server id.'
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
      status.resource === CAD_FOLDER
        ? 'In the CAD: Admin > Advanced > In-Game Integration, public IP and game port. Open the address of SC-PORT from outside, and see SC-SOCKET.'
        : officialFolder === CAD_FOLDER
          ? 'Turn on the forwarding of the official resource, in its config.json: docs/migrating.md has the lines.'
          : 'See SC-FOLDER.',
    ),
  ];
}

/** When the latest types came, for as many as fit into a line. */
function lastOfTypes({ byType, lastByType }: Status['events'], now: number): string {
  const latest = Object.entries(lastByType)
    .sort(([, a], [, b]) => b - a)
    .slice(0, SHOWN_TYPES)
    .map(([type, at]) => `${byType[type] ?? 0} ${type} (${duration(now - at)} ago)`);
  return latest.length > 1 ? ` Latest types: ${latest.join(', ')}.` : '';
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
