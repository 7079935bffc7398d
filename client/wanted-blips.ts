// Which blips follow from what is known: one per call that has a place, a circle where the place is an estimate, and one
// per unit in panic.

import { type CallView, callNumber } from '../shared/call.ts';
import type { BlipStyle, ClientSettings, PanicView } from '../shared/delivery.ts';
import type { Translate } from '../shared/locale.ts';
import { splitBytes, toGameText } from '../shared/text.ts';
import type { WantedBlip } from './map-blips.ts';

/** Bytes of a text component of the game. */
const MAX_NAME_BYTES = 99;
const AREA_ALPHA = 80;

export const callBlip = (key: string) => `call ${key}`;
export const panicBlip = (ident: number) => `panic ${ident}`;

/** Works out all blips. Pictures of calls are worked out once per picture and settings. */
export function createWantedBlips(translate: Translate) {
  let cached: { settings: ClientSettings; blips: WeakMap<object, readonly [string, WantedBlip][]> } | null =
    null;

  return (
    calls: Iterable<CallView>,
    panics: Iterable<PanicView>,
    settings: ClientSettings,
  ): ReadonlyMap<string, WantedBlip> => {
    if (cached?.settings !== settings) cached = { settings, blips: new WeakMap() };
    const wanted = new Map<string, WantedBlip>();
    const add = (picture: object, make: () => readonly [string, WantedBlip][]) => {
      const known = cached?.blips.get(picture) ?? make();
      cached?.blips.set(picture, known);
      for (const [name, blip] of known) wanted.set(name, blip);
    };
    for (const call of calls) add(call, () => blipsOfCall(call, settings, translate));
    for (const panic of panics) add(panic, () => blipsOfPanic(panic, settings, translate));
    return wanted;
  };
}

function blipsOfCall(
  call: CallView,
  { blips }: ClientSettings,
  translate: Translate,
): [string, WantedBlip][] {
  if (!call.position) return [];
  const style = call.stage === 'dispatch' ? blips.dispatch : call.isEmergency ? blips.emergency : blips.civil;
  const { accuracy, ...place } = call.position;
  const point = toBlip(place, style, blips.shortRange, nameOfCall(call, translate));
  const name = callBlip(call.key);
  if (accuracy === 'exact') return [[name, point]];
  return [
    [name, point],
    [`${name} area`, toArea(point, blips.estimateRadius)],
  ];
}

function blipsOfPanic({ ident, unit, position }: PanicView, { blips }: ClientSettings, translate: Translate) {
  if (!position) return [];
  const name = cutName(translate('blip.panic', { unit }));
  return [[panicBlip(ident), toBlip(position, blips.panic, false, name)]] satisfies [string, WantedBlip][];
}

function toBlip(
  { x, y, z }: { x: number; y: number; z: number | null },
  { sprite, colour, scale }: BlipStyle,
  shortRange: boolean,
  name: string,
): WantedBlip {
  return { x, y, z: z ?? 0, radius: null, look: { sprite, colour, scale, shortRange, name, alpha: 255 } };
}

function toArea(point: WantedBlip, radius: number): WantedBlip {
  return { ...point, radius, look: { ...point.look, sprite: 0, alpha: AREA_ALPHA } };
}

/** `#302 911 Sinner St`: the number comes first, so that units can talk about it. */
function nameOfCall(call: CallView, translate: Translate): string {
  const kind =
    call.stage === 'dispatch'
      ? call.code
      : translate(call.isEmergency ? 'call.kind.emergency' : 'call.kind.civil');
  const place = call.title || call.address;
  return cutName(translate('blip.name', { number: callNumber(call), kind, place }));
}

const cutName = (name: string) =>
  splitBytes(toGameText(name.replace(/ +/g, ' ').trim()), MAX_NAME_BYTES)[0] ?? '';
