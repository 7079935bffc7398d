// Where the CAD's REST API is and who we are there, read from the console variables.

import { ok, type Result, refuse } from '../../shared/result.ts';
import { isPlaceholder } from '../http/api-keys.ts';

/** Everything a request needs to know besides what it is about. */
export interface Connection {
  /** Address without a slash at its end. */
  readonly base: string;
  readonly host: string;
  readonly serverId: number;
  /** API key: never shown. */
  readonly key: string;
}

const DEFAULT_URL = 'https://api.sonorancad.com';
const OFF = 'The REST API is turned off: "rest": { "enabled": false } in config.json.';
const THIS_MACHINE = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/**
 * The connection, or what is missing in server.cfg for one. API v2 knows the community by its key, so that
 * `sonoran_communityID` is not needed.
 */
export function readConnection(
  convar: (name: string) => string,
  isEnabled: boolean,
): Result<Connection, string> {
  if (!isEnabled) return refuse(OFF);
  const key = convar('sonoran_apiKey').trim();
  const serverId = convar('sonoran_serverId').trim();
  if (key === '' || isPlaceholder(key)) return refuse('No API key: set sonoran_apiKey "..." in server.cfg.');
  if (!/^[!-~]+$/.test(key))
    return refuse('sonoran_apiKey in server.cfg holds characters that no API key has.');
  if (!/^\d{1,9}$/.test(serverId)) {
    return refuse('No server id: set sonoran_serverId "1" (as the CAD numbers this server) in server.cfg.');
  }
  const url = readUrl(convar('sonoran_apiUrl').trim() || DEFAULT_URL);
  if (!url)
    return refuse(`sonoran_apiUrl in server.cfg is no https:// address; normally it is ${DEFAULT_URL}.`);
  const base = (url.origin + url.pathname).replace(/\/+$/, '');
  return ok({ base, host: url.host, serverId: Number(serverId), key });
}

/** The key goes unencrypted to nobody but this machine. */
function readUrl(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && THIS_MACHINE.test(url.hostname));
  return isSafe ? url : null;
}
