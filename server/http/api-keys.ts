// Checks the API key of a request against the configured ones, in constant time.

import { Buffer } from 'node:buffer';
import { nodeCrypto } from '../node-modules.ts';

/** The keys that are accepted at the moment. */
export interface ApiKeys {
  /** False while no key is configured: then nothing can be accepted. */
  isConfigured(): boolean;
  /** Whether `candidate` is one of the keys. Letter case does not count, as in the official resource. */
  accepts(candidate: unknown): boolean;
  /** Replaces the keys; blank ones and placeholders are left out. */
  set(keys: readonly string[]): void;
  /** Loads what the first comparison would have to wait for. */
  prepare(): void;
}

/** Bytes that a key is compared in, its length before it: comparing them tells nothing about the length of a key. */
const SLOT_BYTES = 256;
const LENGTH_BYTES = 4;

/** Writes a key into a slot. Returns false when there is not enough room. */
function fill(slot: Buffer, key: string): boolean {
  // Long texts of strangers are not looked at.
  if (key.length > slot.length) return false;
  const text = key.trim().toUpperCase();
  const length = Buffer.byteLength(text);
  if (length + LENGTH_BYTES > slot.length) return false;
  slot.fill(0);
  slot.writeUInt32LE(length);
  slot.write(text, LENGTH_BYTES);
  return true;
}

/** Starts without any key. */
export function createApiKeys(): ApiKeys {
  let known: readonly Buffer[] = [];
  let asked = Buffer.alloc(SLOT_BYTES);

  return {
    isConfigured: () => known.length > 0,
    accepts(candidate) {
      if (typeof candidate !== 'string' || !fill(asked, candidate)) return false;
      let found = false;
      for (const slot of known) found = nodeCrypto().timingSafeEqual(slot, asked) || found;
      return found;
    },
    set(keys) {
      const usable = keys.filter((key) => key.trim() !== '' && !isPlaceholder(key));
      const sizes = usable.map((key) => Buffer.byteLength(key.toUpperCase()) + LENGTH_BYTES);
      asked = Buffer.alloc(Math.max(SLOT_BYTES, ...sizes));
      known = usable.map((key) => {
        const slot = Buffer.alloc(asked.length);
        fill(slot, key);
        return slot;
      });
    },
    prepare: () => void nodeCrypto(),
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
  '…',
]);
/** Words of people between blanks, lines or brackets, as in "YOUR_API_KEY" or "<key>": no key of the CAD reads so. */
const WORDS = /(?:^|[\s_<-])(?:your|paste|here|placeholder|change[\s_-]?me)(?:$|[\s_>-])|^<.*>$/i;

/** Whether a configured key is a text that only stands for one. */
export function isPlaceholder(key: string): boolean {
  const given = key.trim();
  return PLACEHOLDERS.has(given.toLowerCase()) || WORDS.test(given);
}

/** The lines with `(the API key)` wherever a key stands in one: for what owners wrote, who may put it anywhere. */
export function hideKeys(lines: readonly string[], keys: readonly string[]): string[] {
  const known = keys.map((key) => key.trim()).filter((key) => key.length >= MIN_KEY && !isPlaceholder(key));
  return lines.map((line) => known.reduce((text, key) => withoutKey(text, key), line));
}

function withoutKey(text: string, key: string): string {
  const at = text.toLowerCase().indexOf(key.toLowerCase());
  if (at < 0) return text;
  return `${text.slice(0, at)}(the API key)${withoutKey(text.slice(at + key.length), key)}`;
}

/** Shorter than any key that the CAD gives out. */
const MIN_KEY = 8;

/** Whether a configured key can be one at all; says nothing of the key itself. */
export function keyShape(key: string): 'missing' | 'placeholder' | 'odd' | 'fine' {
  const given = key.trim();
  if (given === '') return 'missing';
  if (isPlaceholder(given)) return 'placeholder';
  return given.length < MIN_KEY || /[\s"'“”]/.test(given) ? 'odd' : 'fine';
}
