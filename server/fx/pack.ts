// Packs arguments of events. The runtime's own packer takes several times as long, and an event to many players is
// mostly packing.

import { Encoder } from '@msgpack/msgpack';

/** Deep enough for whatever the CAD may send. What is undefined is left out. */
const encoder = new Encoder({ maxDepth: 100, ignoreUndefined: true });

/** MessagePack bytes of plain data (no functions, dates or maps). They stay as they are until the next call. */
export const packShared = (value: unknown): Uint8Array => encoder.encodeSharedRef(value);

/** The same in memory of their own: for what may lead to packing something else while it is still being read. */
export const pack = (value: unknown): Uint8Array => encoder.encode(value);
