import { expect, test } from '@jest/globals';
import {
  type RestFailure,
  toBodyFailure,
  toShapeFailure,
  toStatusFailure,
  toTroubleFailure,
} from './failure.ts';

const about = { host: 'api.sonorancad.com', serverId: 3, isAboutCall: false };
const aboutCall = { ...about, isAboutCall: true };
const answer = { status: 200, retryAfterMs: null, body: new Uint8Array(), bodyTrouble: null } as const;

/** Every sentence that somebody may read, with its code. */
test.each<[name: string, failure: RestFailure, code: string, reason: string]>([
  [
    'wrong key',
    toStatusFailure(401, 'Missing Authorization header.', about),
    'unauthorized',
    'Sonoran CAD does not accept the API key (401: Missing Authorization header). Copy it from the CAD again: sonoran_apiKey in server.cfg.',
  ],
  [
    'plan',
    toStatusFailure(402, '', about),
    'plan',
    'The community\'s plan at Sonoran CAD does not include that (402). It takes a higher plan, or "rest": { "enabled": false } in config.json.',
  ],
  [
    'not allowed',
    toStatusFailure(403, '', about),
    'forbidden',
    'Sonoran CAD does not allow that with this API key (403). Check plan and API settings there.',
  ],
  [
    'server id',
    toStatusFailure(404, '', about),
    'not-found',
    'Sonoran CAD does not know server 3, or what was asked of it (404). Compare sonoran_serverId in server.cfg with the list of servers in the CAD.',
  ],
  [
    'call is gone',
    toStatusFailure(404, '', aboutCall),
    'not-found',
    'Sonoran CAD does not know that call any more (404). If this is so with every call, compare sonoran_serverId (3) in server.cfg with the CAD.',
  ],
  [
    'too many requests',
    toStatusFailure(429, 'API rate limit exceeded', about),
    'rate-limited',
    'Sonoran CAD takes no more requests of this kind for now (429: API rate limit exceeded). Try again in a minute; all tools with this API key count together.',
  ],
  [
    'refused',
    toStatusFailure(400, 'priority must be 1 to 3.', about),
    'refused',
    'Sonoran CAD refused that (400: priority must be 1 to 3).',
  ],
  [
    'redirect',
    toStatusFailure(301, '', about),
    'bad-answer',
    'api.sonorancad.com sends us elsewhere (301). sonoran_apiUrl in server.cfg must be the final address.',
  ],
  [
    'trouble of its own',
    toStatusFailure(503, '', about),
    'server-error',
    'Sonoran CAD has trouble of its own (503). Nothing is to be done here; try again later.',
  ],
  [
    'no answer',
    toTroubleFailure({ isTimeout: true, reason: 'no answer within 10 s' }, about),
    'timeout',
    'Sonoran CAD: no answer within 10 s. Try again; if it stays so, check the way to api.sonorancad.com and its status page.',
  ],
  [
    'no name, no port, no certificate',
    toTroubleFailure({ isTimeout: false, reason: 'unknown host name (ENOTFOUND)' }, about),
    'unreachable',
    'Sonoran CAD cannot be reached at api.sonorancad.com: unknown host name (ENOTFOUND). Check internet connection, firewall and clock of this machine, and sonoran_apiUrl in server.cfg.',
  ],
  [
    'no JSON',
    toBodyFailure(answer, about),
    'bad-answer',
    'api.sonorancad.com did not answer in JSON. A proxy or firewall may have answered in its place; check sonoran_apiUrl in server.cfg.',
  ],
  [
    'half an answer',
    toBodyFailure({ ...answer, bodyTrouble: 'broken off' }, about),
    'bad-answer',
    'The answer of Sonoran CAD was broken off. Try again; if it stays so, check the way to api.sonorancad.com.',
  ],
  [
    'slow answer',
    toBodyFailure({ ...answer, bodyTrouble: 'too late' }, about),
    'timeout',
    'The answer of Sonoran CAD was too late. Try again; if it stays so, check the way to api.sonorancad.com.',
  ],
  [
    'other JSON',
    toShapeFailure('answer.callId: expected a whole number'),
    'bad-answer',
    'Sonoran CAD answered something that cannot be read (answer.callId: expected a whole number). Look for a newer version of this resource.',
  ],
])('%s', (_, failure, code, reason) => {
  expect([failure.code, failure.reason]).toEqual([code, reason]);
});
