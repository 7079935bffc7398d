// From configured targets to usable ones: what cannot be used is left out and told, without ever showing an address.

import { urlToHttpOptions } from 'node:url';
import { ok, type Result, refuse } from '../../../shared/result.ts';
import { nodeHttp } from '../../node-modules.ts';
import type { ForwardEntry, KeyHandling } from './forward-config.ts';
import type { IsOwnAddress } from './own-address.ts';
import { TRAIL_HEADER } from './trail.ts';

/** A web server that gets events. */
export interface ForwardTarget {
  /** May hold credentials and tokens: never shown. */
  readonly url: URL;
  /** Host and port: all that is shown of the address. */
  readonly host: string;
  readonly key: KeyHandling;
  readonly headers: Readonly<Record<string, string>>;
  /** Event types that are sent, in upper case; null for all. */
  readonly types: ReadonlySet<string> | null;
}

/** Targets that can be used, and one line per one that cannot. */
export interface ReadTargets {
  readonly targets: readonly ForwardTarget[];
  readonly problems: readonly string[];
}

/** Headers that are ours or the connection's to set. */
const RESERVED: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'content-type',
  'expect',
  'host',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  TRAIL_HEADER.toLowerCase(),
]);

/** Checks each entry; an address that is there twice is used once. */
export function readTargets(entries: readonly ForwardEntry[], isOwnAddress: IsOwnAddress): ReadTargets {
  const targets = new Map<string, ForwardTarget>();
  const problems: string[] = [];
  for (const entry of entries) {
    const target = readTarget(entry, isOwnAddress);
    const problem = !target.ok
      ? target.error
      : targets.has(target.value.url.href)
        ? 'is the same address as one before it'
        : null;
    if (problem !== null) problems.push(`config.json: ${entry.setting} ${problem}; it is left out.`);
    else if (target.ok) targets.set(target.value.url.href, target.value);
  }
  return { targets: [...targets.values()], problems };
}

function readTarget(entry: ForwardEntry, isOwnAddress: IsOwnAddress): Result<ForwardTarget, string> {
  const url = readUrl(entry.url);
  if (!url) return refuse('is no URL (expected one like "http://127.0.0.1:30150/sonorancad/event")');
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return refuse('must start with http:// or https://');
  }
  if (isOwnAddress(url)) {
    return refuse(`leads back to this resource (${url.host}), where every event would go round for ever`);
  }
  if (!Object.entries(entry.headers).every(([name, value]) => isSendable(name, value))) {
    return refuse('has "headers" that cannot be sent or are not to be changed');
  }
  const types = entry.types ? new Set(entry.types.map((type) => type.trim().toUpperCase())) : null;
  return ok({ url, host: url.host, key: entry.key, headers: entry.headers, types });
}

/** Null also for credentials in the URL that cannot be decoded: a request with them cannot be made. */
function readUrl(text: string): URL | null {
  try {
    const url = new URL(text.trim());
    urlToHttpOptions(url);
    url.hash = '';
    return url;
  } catch {
    return null;
  }
}

function isSendable(name: string, value: string): boolean {
  const { validateHeaderName, validateHeaderValue } = nodeHttp();
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return !RESERVED.has(name.toLowerCase());
  } catch {
    return false;
  }
}
