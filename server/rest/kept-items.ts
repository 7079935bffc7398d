// Items of lists that were parsed lately. Most of what the CAD lists is what it listed five minutes ago, in the same order:
// then its bytes are compared, and nothing is parsed.

import { endOfValue, OPEN_OBJECT } from './json-text.ts';

/** A value and where it ends. */
export interface Parsed {
  readonly value: unknown;
  readonly end: number;
}

export interface KeptItems {
  /**
   * For one list: parses its items, each in turn, from where they begin. Throws `SyntaxError`. An object that was
   * parsed before from the same bytes is the same object; it must not be changed.
   */
  parseInOrder(): (bytes: Buffer, from: number) => Parsed;
}

interface Item {
  readonly text: string;
  /** The text; a whole object, so what begins with it is that object. */
  readonly bytes: Buffer;
  readonly value: unknown;
  /** What followed it the last time, or null. */
  next: Item | null;
}

/** As many as there can be units or open calls that matter, and texts of a usual length. */
const MAX_KEPT = 3000;
const MAX_BYTES = 8000;
/** A byte order mark is none inside a text. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text from `from` up to `end`, as JSON. Throws `SyntaxError`. */
export const parsePart = (bytes: Buffer, from: number, end: number): unknown =>
  JSON.parse(decoder.decode(bytes.subarray(from, end)));

/** Nothing is kept. */
export function createKeptItems(): KeptItems {
  /** By text; what was not listed for longest comes first. */
  const kept = new Map<string, Item>();

  function keep(item: Item): Item {
    kept.delete(item.text);
    kept.set(item.text, item);
    const [oldest] = kept.keys();
    if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
    return item;
  }

  function readItem(part: Buffer): Item {
    const text = decoder.decode(part);
    return kept.get(text) ?? { text, bytes: Buffer.from(part), value: JSON.parse(text), next: null };
  }

  return {
    parseInOrder() {
      let last: Item | null = null;
      let expected: Item | null = null;
      return (bytes, from) => {
        let item = expected !== null && isAt(bytes, from, expected.bytes) ? expected : null;
        if (item === null) {
          const end = endOfValue(bytes, from);
          if (bytes[from] !== OPEN_OBJECT || end - from > MAX_BYTES) {
            return { value: parsePart(bytes, from, end), end };
          }
          item = readItem(bytes.subarray(from, end));
        }
        keep(item);
        expected = item.next;
        item.next = null;
        if (last && last !== item) last.next = item;
        last = item;
        return { value: item.value, end: from + item.bytes.length };
      };
    },
  };
}

function isAt(bytes: Buffer, from: number, part: Buffer): boolean {
  const end = from + part.length;
  return end <= bytes.length && bytes.compare(part, 0, part.length, from, end) === 0;
}
