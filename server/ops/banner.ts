// What the console says when the resource has started: five lines at most, the last ones about what is to be done next.

import { isOfServerCfg } from '../config/check-convars.ts';
import type { Config } from '../config/schema.ts';
import { CAD_FOLDER, type ListenAddress } from './address.ts';

/** What is known at the start. */
export interface BannerFacts {
  readonly name: string;
  readonly version: string;
  readonly address: ListenAddress;
  readonly config: Pick<Config, 'transport' | 'notify' | 'duty'>;
  readonly isKeySet: boolean;
  /** The mistakes that the lines above have told of. */
  readonly problems: readonly string[];
  /** Framework that runs, or null. */
  readonly framework: string | null;
  readonly postals: { readonly resource: string; readonly codes: number } | null;
  /** What the websocket and the CAD's API lack in server.cfg, or null. */
  readonly websocketLacks: string | null;
  readonly apiLacks: string | null;
  /** Folder in which the official resource runs beside us, or null. */
  readonly officialFolder: string | null;
}

const DUTY: Readonly<Record<Config['duty']['sources'][number], string>> = {
  cad: 'log-in to the CAD',
  ace: 'permission sonorancad.duty',
  job: 'job',
  export: 'other resources',
};
const SHOWN_NOTIFIERS = 3;
/** What exactly is missing was told when the websocket was to be opened. */
const WEBSOCKET =
  'add to server.cfg what the line about the websocket says, then restart the server; docs/websocket.md has all lines';

/** One array element per line. */
export function bannerLines(facts: BannerFacts): string[] {
  const steps = nextSteps(facts);
  return [
    headline(facts),
    `Alerts: ${notifiers(facts)}. Framework: ${facts.framework ?? 'none running'}. Postals: ${postals(facts)}. API of the CAD: ${facts.apiLacks === null ? 'used' : 'not used'}.`,
    `On duty: ${duty(facts)}.`,
    ...steps.slice(0, 2),
  ];
}

function headline({ name, version, address, config, isKeySet, websocketLacks }: BannerFacts): string {
  const hello = `${name} ${version}`;
  const url = `at ^5${address.url}^7`;
  if (!isKeySet) return `^1${hello} has no API key, so it refuses all events^7 ${url}`;
  const state = `^2${hello} waits for events of the CAD^7`;
  switch (config.transport) {
    case 'http':
      return `${state} ${url}`;
    case 'websocket':
      return websocketLacks === null
        ? `${state}, over a websocket`
        : `^1${hello} gets no events: the websocket lacks something^7`;
    case 'both':
      return websocketLacks === null
        ? `${state}, over a websocket and ${url}`
        : `${state} ${url}; the websocket lacks something`;
  }
}

function notifiers({ config }: BannerFacts): string {
  const { order } = config.notify;
  return order.slice(0, SHOWN_NOTIFIERS).join(', ') + (order.length > SHOWN_NOTIFIERS ? ', ...' : '');
}

const postals = ({ postals: found }: BannerFacts) =>
  found ? `${found.resource} (${found.codes})` : 'no resource with postals running';

function duty({ config, framework }: BannerFacts): string {
  const { sources, combine, jobs } = config.duty;
  if (sources.length === 0) return 'nobody, as duty.sources in config.json is empty';
  const words = sources.map((source) =>
    source === 'job'
      ? `one of ${jobs.length} jobs${framework === null ? ' (once a framework runs)' : ''}`
      : DUTY[source],
  );
  return words.join(combine === 'any' ? ', or ' : ', and ');
}

/** What is missing, the most urgent first; and when nothing is, what makes the CAD send. */
function nextSteps(facts: BannerFacts): string[] {
  const { name, address, config, isKeySet, problems, websocketLacks, officialFolder } = facts;
  const steps: string[] = [];
  const next = (text: string) => steps.push(`^3Next:^7 ${text}`);
  if (!isKeySet) {
    next(
      'copy the key from the CAD (Admin > Advanced > API), and add to server.cfg, above the "ensure" line: set sonoran_apiKey "paste the key here"',
    );
  }
  if (config.transport !== 'websocket' && address.isForwardTarget) {
    next(
      officialFolder === CAD_FOLDER
        ? `in the config.json of the official resource: "enablePushEventForwarding": true, "pushEventForwardUrl": "${address.localUrl}"`
        : `the CAD posts only to a folder called "${CAD_FOLDER}": rename "${name}" (or forward from the official resource to ${address.localUrl})`,
    );
  }
  if (officialFolder !== null && !address.isForwardTarget) {
    next(
      `stop the official resource in the folder ${officialFolder}, or the CAD sends its events there; to keep both: docs/migrating.md`,
    );
  }
  if (isKeySet && websocketLacks !== null) next(WEBSOCKET);
  if (problems.length > 0) {
    const what = problems.length === 1 ? 'mistake' : `${problems.length} mistakes`;
    const then = problems.some(isOfServerCfg) ? 'restart the server' : `${name} reload`;
    next(`mend the ${what} that the lines above name, then: ${then}`);
  }
  if (steps.length > 0) return steps;
  return [
    config.transport === 'websocket'
      ? `"${name} doctor" checks everything.`
      : `In the CAD (Admin > Advanced > In-Game Integration): public IP of this server, port ${address.port}. "${name} doctor" checks everything.`,
  ];
}
