// Many calls in net events of a bearable size.

import type { CallView } from '../../shared/call.ts';
import type { Share } from '../ports.ts';

/** Calls in one net event: a few kilobytes each, far below what stalls a connection. */
const CALLS_PER_EVENT = 20;

/**
 * Returns a function that splits calls into lists for one event each. Players who come one after the other see mostly the
 * same: a list of the same objects as the last time in its place is packed already.
 */
export function createCallChunks(share: Share): (calls: readonly CallView[]) => (readonly CallView[])[] {
  const last: { readonly calls: readonly CallView[]; readonly packed: readonly CallView[] }[] = [];

  function pack(calls: readonly CallView[], place: number): readonly CallView[] {
    const known = last[place];
    if (known && isSameList(known.calls, calls)) return known.packed;
    const packed = share(calls);
    last[place] = { calls, packed };
    return packed;
  }

  return (calls) => {
    const chunks: (readonly CallView[])[] = [];
    for (let from = 0; from < calls.length; from += CALLS_PER_EVENT) {
      chunks.push(pack(calls.slice(from, from + CALLS_PER_EVENT), chunks.length));
    }
    last.length = chunks.length;
    return chunks;
  };
}

const isSameList = (a: readonly CallView[], b: readonly CallView[]) =>
  a.length === b.length && a.every((call, index) => call === b[index]);
