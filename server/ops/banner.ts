// What the console says when the resource has started: five lines at most, the last ones about what is to be done next.

import type { Config } from '../config/schema.ts';
import { CAD_FOLDER, type ListenAddress } from './address.ts';

/** What is known at the start. */
export interface BannerFacts {
  readonly name: string;
  readonly version: string;
  readonly address: ListenAddress;
  readonly config: Pick<Config, 'transport' | 'notify' | 'duty'>;
  readonly isKeySet: boolean;
  /** How many mistakes the lines above have told of. */
  readonly problems: number;
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

function headline({ name, version, address, config, isKeySet }: BannerFacts): string {
  const hello = `${isKeySet ? '^2' : '^1'}${name} ${version}`;
  const state = isKeySet ? 'waits for events of the CAD' : 'refuses all events: there is no API key';
  const url = `at ^5${address.url}^7`;
  switch (config.transport) {
    case 'http':
      return `${hello} ${state}^7 ${url}`;
    case 'websocket':
      return `${hello} ${state}^7, over a websocket`;
    case 'both':
      return `${hello} ${state}^7, over a websocket and ${url}`;
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
  if (websocketLacks !== null) next(websocketLacks);
  if (problems > 0) {
    next(
      `mend the ${problems === 1 ? 'mistake' : `${problems} mistakes`} that the lines above name, then: ${name} reload`,
    );
  }
  if (steps.length > 0) return steps;
  return [
    config.transport === 'websocket'
      ? `"${name} doctor" checks everything.`
      : `In the CAD (Admin > Advanced > In-Game Integration): public IP of this server, port ${address.port}. "${name} doctor" checks everything.`,
  ];
}
