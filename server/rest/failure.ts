// What can go wrong with a request to Sonoran CAD, each in one sentence that says what to do about it.

import type { HttpAnswer, HttpTrouble } from '../net/http-client.ts';

/** Why there is no value. */
export type RestCode =
  /** A console variable is missing or unusable, or the API is turned off. */
  | 'not-configured'
  | 'unauthorized'
  | 'forbidden'
  | 'plan'
  | 'not-found'
  /** The CAD decided against the request as it is. */
  | 'refused'
  | 'rate-limited'
  /** Too much waits here already. */
  | 'busy'
  /** Not tried: the CAD failed several times in a row a moment ago. */
  | 'unavailable'
  | 'timeout'
  | 'unreachable'
  | 'server-error'
  /** It was answered, with something that cannot be read. The request may have been carried out. */
  | 'bad-answer'
  | 'stopped';

export interface RestFailure {
  readonly ok: false;
  readonly code: RestCode;
  /** One sentence or two for whoever asked: what is wrong and what to do. Never holds the API key. */
  readonly reason: string;
  /** HTTP status, when there was an answer. */
  readonly status?: number;
}

/** Outcome of a request to the CAD. */
export type RestResult<T> = { readonly ok: true; readonly value: T } | RestFailure;

/** What the sentences need to know. */
export interface FailureContext {
  /** Host of the API. */
  readonly host: string;
  readonly serverId: number;
  /** Whether the request names a call, which may be gone. */
  readonly isAboutCall: boolean;
}

export function fail(code: RestCode, reason: string, status?: number): RestFailure {
  return { ok: false, code, reason, ...(status !== undefined && { status }) };
}

/** No answer came. */
export function toTroubleFailure({ isTimeout, reason }: HttpTrouble, { host }: FailureContext): RestFailure {
  return isTimeout
    ? fail(
        'timeout',
        `Sonoran CAD: ${reason}. Try again; if it stays so, check the way to ${host} and its status page.`,
      )
    : fail(
        'unreachable',
        `Sonoran CAD cannot be reached at ${host}: ${reason}. Check internet connection, firewall and clock of this machine, and sonoran_apiUrl in server.cfg.`,
      );
}

/** What an answer means. `said` is its status and what the CAD says of it. */
type Meaning = readonly [code: RestCode, reason: (said: string, context: FailureContext) => string];

const REDIRECT: Meaning = [
  'bad-answer',
  (said, { host }) =>
    `${host} sends us elsewhere (${said}). sonoran_apiUrl in server.cfg must be the final address.`,
];
const REFUSED: Meaning = ['refused', (said) => `Sonoran CAD refused that (${said}).`];
const TROUBLE: Meaning = [
  'server-error',
  (said) => `Sonoran CAD has trouble of its own (${said}). Nothing is to be done here; try again later.`,
];

const MEANINGS: Readonly<Record<number, Meaning>> = {
  401: [
    'unauthorized',
    (said) =>
      `Sonoran CAD does not accept the API key (${said}). Copy it from the CAD again: sonoran_apiKey in server.cfg.`,
  ],
  402: [
    'plan',
    (said) =>
      `The community's plan at Sonoran CAD does not include that (${said}). It takes a higher plan, or "rest": { "enabled": false } in config.json.`,
  ],
  403: [
    'forbidden',
    (said) =>
      `Sonoran CAD does not allow that with this API key (${said}). Check plan and API settings there.`,
  ],
  404: [
    'not-found',
    (said, { serverId, isAboutCall }) =>
      isAboutCall
        ? `Sonoran CAD does not know that call any more (${said}). If this is so with every call, compare sonoran_serverId (${serverId}) in server.cfg with the CAD.`
        : `Sonoran CAD does not know server ${serverId}, or what was asked of it (${said}). Compare sonoran_serverId in server.cfg with the list of servers in the CAD.`,
  ],
  429: [
    'rate-limited',
    (said) =>
      `Sonoran CAD takes no more requests of this kind for now (${said}). Try again in a minute; all tools with this API key count together.`,
  ],
};

/** An answer with another status than 2xx; `detail` is what the CAD says of it, `''` when nothing. */
export function toStatusFailure(status: number, detail: string, context: FailureContext): RestFailure {
  const family = status >= 500 ? TROUBLE : status < 400 ? REDIRECT : REFUSED;
  const [code, reason] = MEANINGS[status] ?? family;
  const said = detail === '' ? `${status}` : `${status}: ${detail.replace(/\.$/, '')}`;
  return fail(code, reason(said, context), status);
}

/** A 2xx answer that is not whole or not JSON. */
export function toBodyFailure({ status, bodyTrouble }: HttpAnswer, { host }: FailureContext): RestFailure {
  const reason =
    bodyTrouble === null
      ? `${host} did not answer in JSON. A proxy or firewall may have answered in its place; check sonoran_apiUrl in server.cfg.`
      : `The answer of Sonoran CAD was ${bodyTrouble}. Try again; if it stays so, check the way to ${host}.`;
  return fail(bodyTrouble === 'too late' ? 'timeout' : 'bad-answer', reason, status);
}

/** JSON of another shape than expected. */
export function toShapeFailure(what: string): RestFailure {
  return fail(
    'bad-answer',
    `Sonoran CAD answered something that cannot be read (${what}). Look for a newer version of this resource.`,
  );
}
