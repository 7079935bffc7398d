// Checks the API key of a request against the configured ones, in constant time.

import { nodeCrypto } from '../node-modules.ts';

/** The keys that are accepted at the moment. */
export interface ApiKeys {
  /** False while no key is configured: then nothing can be accepted. */
  isConfigured(): boolean;
  /** Whether `candidate` is one of the keys. Letter case does not count, as in the official resource. */
  accepts(candidate: unknown): boolean;
  /** Replaces the keys; blank ones and placeholders are left out. */
  set(keys: readonly string[]): void;
  /** Does what the first comparison would have to wait for. */
  prepare(): void;
}

/** Digests have one length, so comparing them tells nothing about the length of a key either. */
function digest(key: string): Buffer {
  return nodeCrypto().hash('sha256', key.trim().toUpperCase(), 'buffer');
}

/** Starts without any key. Keeps digests only, from the first comparison or `prepare` on. */
export function createApiKeys(): ApiKeys {
  let given: string[] = [];
  let digests: Buffer[] = [];

  function prepare(): void {
    if (given.length === 0) return;
    digests = [...digests, ...given.map(digest)];
    given = [];
  }

  return {
    isConfigured: () => given.length + digests.length > 0,
    accepts(candidate) {
      if (typeof candidate !== 'string') return false;
      prepare();
      const asked = digest(candidate);
      let found = false;
      for (const known of digests) found = nodeCrypto().timingSafeEqual(known, asked) || found;
      return found;
    },
    set(keys) {
      given = keys.filter((key) => key.trim() !== '' && !isPlaceholder(key));
      digests = [];
    },
    prepare,
  };
}

/**
 * What stands in the place of a key until an owner puts one there: the first in the official resource's sonorancad.cfg,
 * the others in our own instructions. Everybody knows them, so they must open nothing.
 */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  'protection_initialized',
  'paste the key here',
  'the old key',
  '...',
]);
const isPlaceholder = (key: string) => PLACEHOLDERS.has(key.trim().toLowerCase());

/** Shorter than any key that the CAD gives out. */
const MIN_KEY = 8;

/** Whether a configured key can be one at all; says nothing of the key itself. */
export function keyShape(key: string): 'missing' | 'placeholder' | 'odd' | 'fine' {
  const given = key.trim();
  if (given === '') return 'missing';
  if (isPlaceholder(given)) return 'placeholder';
  return given.length < MIN_KEY || /[\s"'“”]/.test(given) ? 'odd' : 'fine';
}
