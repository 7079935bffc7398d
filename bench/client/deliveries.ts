// Deliveries as the server really sends them to a player on duty, packed as they travel.

import { type Delivery, READY_EVENT } from '../../shared/delivery.ts';
import { payloads } from '../payloads.ts';
import { pack, unpack } from '../requests.ts';
import { type Crowd, startProduct, toPost } from '../rig.ts';

export interface Deliveries {
  /** Everything, as after joining; it comes in parts. */
  readonly snapshot: readonly Uint8Array[];
  /** The player's own call, changed in one way and another. */
  readonly changes: readonly Uint8Array[];
  /** Ends everything that is known. */
  readonly forget: Uint8Array;
}

const CROWD: Crowd = { players: 32, onDuty: 8, units: 200, calls: 50 };
const PLAYER = 1;
/** The call that the player's unit is attached to, with all of its units. */
const CALL = 1;
const UNITS = [1, 51, 101, 151];
/** Deliveries are sent together, and answers at a pace. */
const WAIT_MS = 3000;

export function takeDeliveries(root: string): Deliveries {
  const server = startProduct(root, CROWD);
  const record = (run: () => void) => server.record(PLAYER, run, WAIT_MS);
  const snapshot = record(() => server.receive(PLAYER, READY_EVENT));
  // Less and less urgent: nothing is announced, except the note that comes with the first edit.
  const [, ...changes] = [1, 2, 3, 4].map((priority) =>
    record(() => server.send([toPost(payloads.edit(CALL, UNITS, priority))])),
  );
  const known = snapshot.flatMap((part) => read(part).calls ?? []);
  if (known.length !== CROWD.calls || changes.some(([change]) => !change || read(change).announce)) {
    throw new Error('The server did not send what is measured.');
  }
  return {
    snapshot,
    changes: changes.flat(),
    forget: pack([{ reset: true, calls: [], panics: [] } satisfies Delivery]),
  };
}

const read = (bytes: Uint8Array) => unpack(bytes)[0] as Delivery;
