// What other resources on this client get: exports, and local events about the calls this player sees.

import type { CallView } from '../shared/call.ts';
import type { Picture } from './picture.ts';
import type { LocalBus } from './ports.ts';

export interface ClientApi {
  /** To be called after the picture has changed, with the calls that have gone. */
  follow(gone: readonly CallView[]): void;
}

/** Publishes the exports `getCalls`, `getMyCall` and `getMyUnit`. */
export function createClientApi(local: LocalBus, picture: Picture): ClientApi {
  const known = new Map<string, CallView>();
  let mine: string | null = null;

  /** The player's own call; of several the one that came last. */
  function myCall(): CallView | null {
    let latest: CallView | null = null;
    for (const call of picture.calls.values()) {
      if (picture.isMine(call) && (!latest || call.openedAt > latest.openedAt)) latest = call;
    }
    return latest;
  }

  const raise = (name: string, call: CallView | null) => local.emit(`sonorancad:client:${name}`, call);

  local.publish('getCalls', () => [...picture.calls.values()]);
  local.publish('getMyCall', myCall);
  local.publish('getMyUnit', () => picture.unit);

  return {
    follow(gone) {
      for (const call of gone) if (known.delete(call.key)) raise('callClosed', { ...call, stage: 'closed' });
      for (const [key, call] of picture.calls) {
        const before = known.get(key);
        if (before === call) continue;
        known.set(key, call);
        raise(before ? 'callUpdated' : 'callOpened', call);
      }
      const own = myCall();
      if ((own?.key ?? null) === mine) return;
      mine = own?.key ?? null;
      raise('myCall', own);
    },
  };
}
