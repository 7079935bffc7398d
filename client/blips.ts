// Blips are derived: the wanted ones follow from the calls, and the map is brought in line with them.

import { type CallView, callNumber } from '../shared/call.ts';
import type { ClientSettings } from '../shared/delivery.ts';
import type { Translate } from '../shared/locale.ts';
import { splitBytes, toGameText } from '../shared/text.ts';
import type { BlipLook, Blips } from './ports.ts';

/** A blip as it should be on the map, and the call and settings it follows from. */
interface Wanted {
  readonly call: CallView;
  readonly settings: ClientSettings;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly look: BlipLook;
}

export interface CallBlips {
  /** Adds, changes and removes blips until exactly the wanted ones are there. */
  show(calls: Iterable<CallView>, settings: ClientSettings): void;
  /** Lets the blip of a call flash; does nothing when it has none. */
  flash(key: string, ms: number): void;
}

/** Bytes of a text component of the game. */
const MAX_NAME_BYTES = 99;

/** Starts with a map that holds none of our blips. */
export function createCallBlips(blips: Blips, translate: Translate): CallBlips {
  const present = new Map<string, { readonly handle: number; wanted: Wanted }>();

  function toWanted(call: CallView, settings: ClientSettings): Wanted | null {
    if (!call.position) return null;
    const style = call.isEmergency ? settings.blips.emergency : settings.blips.civil;
    const { x, y, z } = call.position;
    const { sprite, colour, scale } = style;
    return {
      call,
      settings,
      x,
      y,
      z: z ?? 0,
      look: { sprite, colour, scale, shortRange: settings.blips.shortRange, name: nameOf(call, translate) },
    };
  }

  function put(key: string, wanted: Wanted): void {
    const there = present.get(key);
    if (!there) {
      const handle = blips.add(wanted.x, wanted.y, wanted.z);
      blips.look(handle, wanted.look);
      present.set(key, { handle, wanted });
      return;
    }
    const { handle, wanted: shown } = there;
    const isMoved = shown.x !== wanted.x || shown.y !== wanted.y || shown.z !== wanted.z;
    if (isMoved) blips.move(handle, wanted.x, wanted.y, wanted.z);
    if (!isSameLook(shown.look, wanted.look)) blips.look(handle, wanted.look);
    there.wanted = wanted;
  }

  return {
    show(calls, settings) {
      const unwanted = new Set(present.keys());
      for (const call of calls) {
        const there = present.get(call.key);
        if (there?.wanted.call === call && there.wanted.settings === settings) {
          unwanted.delete(call.key);
          continue;
        }
        const wanted = toWanted(call, settings);
        if (!wanted) continue;
        unwanted.delete(call.key);
        put(call.key, wanted);
      }
      for (const key of unwanted) {
        const there = present.get(key);
        present.delete(key);
        if (there) blips.remove(there.handle);
      }
    },
    flash(key, ms) {
      const there = present.get(key);
      if (there && ms > 0) blips.flash(there.handle, ms);
    },
  };
}

function isSameLook(a: BlipLook, b: BlipLook): boolean {
  return (Object.keys(a) as (keyof BlipLook)[]).every((part) => a[part] === b[part]);
}

/** `#302 911 Sinner St`: the number comes first, so that units can talk about it. */
function nameOf(call: CallView, translate: Translate): string {
  const kind = translate(call.isEmergency ? 'call.kind.emergency' : 'call.kind.civil');
  const name = translate('blip.name', { number: callNumber(call), kind, place: call.title || call.address });
  return splitBytes(toGameText(name.trim()), MAX_NAME_BYTES)[0] ?? '';
}
