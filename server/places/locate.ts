// Where a call is: the coordinates sent with it, else its postal, else where its caller was.

import type { Call, Position } from '../../shared/call.ts';
import type { Clock, Players } from '../ports.ts';
import { createCallerPositions, type FindPlayer } from './caller-position.ts';
import type { PlacesConfig } from './places-config.ts';
import { findPostal } from './postal-text.ts';
import type { Postals } from './postals.ts';

/** Places calls on the map. Calls are looked up by object: those of the store are immutable. */
export interface Locator {
  /**
   * Where the call is (GTA world metres), or null. A position by postal follows edits of postal and address. The one
   * of the caller is taken when the call is first asked about, so ask at once, and stays.
   */
  locate(call: Call): Position | null;
  /** The call with its position; the call itself when there is none to add. The same object for the same answer. */
  withPosition(call: Call): Call;
  /** Lets go of a call that is over. */
  forget(key: string): void;
}

/** A locator that knows no calls yet. */
export function createLocator(options: {
  readonly clock: Pick<Clock, 'now'>;
  readonly postals: Pick<Postals, 'find' | 'onChange'>;
  readonly players: Pick<Players, 'position'>;
  readonly findPlayer: FindPlayer;
  readonly settings: () => Pick<PlacesConfig, 'useCallerPosition'>;
}): Locator {
  const { clock, postals, players, findPlayer, settings } = options;
  const callers = createCallerPositions({ clock, players, findPlayer });
  const located = new WeakMap<Call, Call>();
  let byPostal = new WeakMap<Call, { readonly position: Position | null }>();
  postals.onChange(() => {
    byPostal = new WeakMap();
  });

  function postalPosition(call: Call): Position | null {
    const known = byPostal.get(call);
    if (known) return known.position;
    const position = findByPostal(call, postals.find);
    byPostal.set(call, { position });
    return position;
  }

  function locate(call: Call): Position | null {
    if (call.position) return call.position;
    // Also asked for where the postal is enough: it may be edited away when the caller is long gone from there.
    const caller = settings().useCallerPosition ? callers.at(call) : null;
    return postalPosition(call) ?? caller;
  }

  return {
    locate,
    withPosition(call) {
      const position = locate(call);
      if (position === call.position) return call;
      const known = located.get(call);
      if (known?.position === position) return known;
      const copy = { ...call, position };
      located.set(call, copy);
      return copy;
    },
    forget: callers.forget,
  };
}

/** By the call's postal, else the one among its facts, else the one in its address. Postals are typed by people, too. */
function findByPostal(call: Call, find: Postals['find']): Position | null {
  for (const text of [call.postal, call.metaData.postal ?? '', call.address]) {
    const place = find(text) ?? find(findPostal(text, (code) => find(code) !== null) ?? '');
    if (place) return { x: place.x, y: place.y, z: null, accuracy: 'postal' };
  }
  return null;
}
