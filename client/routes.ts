// Where the game leads the player: to the call or panic the player chose, else to the player's own call, until there.

import type { CallView } from '../shared/call.ts';
import type { PanicView } from '../shared/delivery.ts';
import type { Beating } from './heartbeat.ts';
import type { Picture } from './picture.ts';
import type { Self } from './ports.ts';

/** A call by its key, or a panic by the unit's ident. */
export type Target = { readonly call: string } | { readonly panic: number };

export interface Routes extends Beating {
  /** Where the route leads, or null. Follows from the picture; nothing has to be ended by hand. */
  target(): Target | null;
  isRouted(target: Target): boolean;
  /** On, or off when it is on already. False when there is nowhere to lead to. */
  toggle(target: Target): boolean;
  /** On, whatever it was. False when there is nowhere to lead to. */
  leadTo(target: Target): boolean;
  /** To be called after the picture has changed. */
  follow(): void;
}

/** Looks this often whether the player has arrived (ms). */
const LOOK_MS = 1000;

type Spot = { readonly x: number; readonly y: number };

/** Starts without a route. */
export function createRoutes(picture: Picture, self: Pick<Self, 'position'>): Routes {
  let chosen: Target | null = null;
  /** The chosen call has been the player's own since it was chosen. */
  let isChosenMine = false;
  /** Own calls that the player was led to, or did not want to be: by key, where they were then. */
  const done = new Map<string, Spot | null>();
  let wasOnScene = false;

  const find = (target: Target): CallView | PanicView | undefined =>
    'call' in target ? picture.calls.get(target.call) : picture.panics.get(target.panic);
  const spotOf = (target: Target): Spot | null => find(target)?.position ?? null;

  function isDone(call: CallView): boolean {
    const spot = done.get(call.key);
    if (spot === undefined) return false;
    if (spot === null) return true;
    // The call is somewhere else now: there is somewhere to go again.
    return call.position !== null && spot.x === call.position.x && spot.y === call.position.y;
  }

  function ownCall(): Target | null {
    if (!picture.settings?.routes.toOwnCalls) return null;
    let latest: CallView | null = null;
    for (const call of picture.calls.values()) {
      if (!picture.isMine(call) || call.position === null || isDone(call)) continue;
      if (!latest || call.openedAt > latest.openedAt) latest = call;
    }
    return latest && { call: latest.key };
  }

  function target(): Target | null {
    return chosen && spotOf(chosen) ? chosen : ownCall();
  }

  /** The player does not want to be led there, or is there. */
  function end(reached: Target, isForGood: boolean): void {
    if (chosen && isSame(chosen, reached)) chosen = null;
    if ('call' in reached) done.set(reached.call, isForGood ? null : spotOf(reached));
  }

  const isRouted = (wanted: Target): boolean => {
    const now = target();
    return now !== null && isSame(now, wanted);
  };

  function leadTo(wanted: Target): boolean {
    if (!spotOf(wanted)) return false;
    chosen = wanted;
    isChosenMine = false;
    if ('call' in wanted) done.delete(wanted.call);
    return true;
  }

  /** Who is taken off the call they were going to is not led there any more. */
  function followChosen(): void {
    const call = chosen && 'call' in chosen ? picture.calls.get(chosen.call) : undefined;
    const isMine = call !== undefined && picture.isMine(call);
    if (isChosenMine && !isMine) chosen = null;
    isChosenMine = isMine;
  }

  return {
    target,
    isRouted,
    leadTo,
    toggle(wanted) {
      if (!isRouted(wanted)) return leadTo(wanted);
      end(wanted, true);
      return true;
    },
    follow() {
      for (const key of [...done.keys()]) if (!picture.calls.has(key)) done.delete(key);
      if (chosen && !find(chosen)) chosen = null;
      followChosen();
      const { unit, settings } = picture;
      const onScene = settings?.routes.onSceneStatus ?? null;
      const isOnScene = unit !== null && onScene !== null && unit.status === onScene;
      const now = target();
      // Being on scene is about the unit's own call; a route that leads elsewhere stays.
      const ownTarget = now && 'call' in now ? picture.calls.get(now.call) : undefined;
      if (isOnScene && !wasOnScene && now && ownTarget && picture.isMine(ownTarget)) end(now, false);
      wasOnScene = isOnScene;
    },
    wants: () => (target() === null || !picture.settings?.routes.arriveMetres ? null : LOOK_MS),
    beat() {
      const now = target();
      const spot = now && spotOf(now);
      const metres = picture.settings?.routes.arriveMetres ?? 0;
      if (!now || !spot || metres === 0) return;
      const { x, y } = self.position();
      if (Math.hypot(spot.x - x, spot.y - y) <= metres) end(now, false);
    },
  };
}

function isSame(a: Target, b: Target): boolean {
  return 'call' in a ? 'call' in b && a.call === b.call : 'panic' in b && a.panic === b.panic;
}
