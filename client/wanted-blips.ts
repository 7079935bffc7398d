// Which blips follow from what is known: one per call that has a place, a circle where the place is an estimate, and one
// per unit in panic.

import { type CallView, callNumber } from '../shared/call.ts';
import type { BlipSettings, BlipStyle, BlipTouch, ClientSettings, PanicView } from '../shared/delivery.ts';
import type { Translate } from '../shared/locale.ts';
import { lookUp } from '../shared/look-up.ts';
import { splitBytes, toGameText } from '../shared/text.ts';
import type { Beating } from './heartbeat.ts';
import type { WantedBlip, WantedRoute } from './map-blips.ts';
import type { Picture } from './picture.ts';
import type { Target } from './routes.ts';

/** Bytes of a text component of the game. */
const MAX_NAME_BYTES = 99;
const AREA_ALPHA = 80;
/** Fading goes in steps: a blip is changed rarely, and stays visible to the end. */
const FADE_STEPS = 8;
const FAINTEST = 80;
const FADE_MS = 15_000;

export const callBlip = (key: string) => `call ${key}`;
export const panicBlip = (ident: number) => `panic ${ident}`;

type Named = readonly [name: string, blip: WantedBlip];

export interface WantedBlips extends Beating {
  /** All blips by name. The blips of a call are the same objects as long as they look the same. */
  all(): ReadonlyMap<string, WantedBlip>;
}

/** Blips of calls and panics are worked out once per picture of them. */
export function createWantedBlips(
  picture: Picture,
  translate: Translate,
  target: () => Target | null,
): WantedBlips {
  let settings: ClientSettings | null = null;
  let known = new WeakMap<object, { readonly variant: string; readonly blips: readonly Named[] }>();

  function remember(thing: object, variant: string, make: () => readonly Named[]): readonly Named[] {
    const before = known.get(thing);
    if (before?.variant === variant) return before.blips;
    const blips = make();
    known.set(thing, { variant, blips });
    return blips;
  }

  /** The newest calls that have a place; where the player is led to and the player's own come first. */
  function shownCalls({ max }: BlipSettings): CallView[] {
    const placed = [...picture.calls.values()].filter(({ position }) => position !== null);
    if (placed.length <= max) return placed;
    const led = target();
    const routed = led && 'call' in led ? led.call : null;
    const rank = (call: CallView) => (call.key === routed ? 0 : picture.isMine(call) ? 1 : 2);
    return placed.sort((a, b) => rank(a) - rank(b) || b.openedAt - a.openedAt).slice(0, max);
  }

  function fadeStep(call: CallView, { fadeMs }: BlipSettings): number {
    if (fadeMs === 0) return 0;
    const age = Math.max(0, picture.serverNow() - call.openedAt);
    return Math.min(FADE_STEPS, Math.floor((age / fadeMs) * FADE_STEPS));
  }

  return {
    all() {
      const wanted = new Map<string, WantedBlip>();
      if (!picture.settings) return wanted;
      if (picture.settings !== settings) known = new WeakMap();
      settings = picture.settings;
      const { blips } = settings;
      for (const call of shownCalls(blips)) {
        const isMine = picture.isMine(call);
        const step = isMine ? 0 : fadeStep(call, blips);
        const make = () => blipsOfCall(call, { isMine, step }, blips, translate);
        for (const [name, blip] of remember(call, `${isMine} ${step}`, make)) wanted.set(name, blip);
      }
      for (const panic of picture.panics.values()) {
        const make = () => blipsOfPanic(panic, blips, translate);
        for (const [name, blip] of remember(panic, '', make)) wanted.set(name, blip);
      }
      return wanted;
    },
    wants: () => (picture.settings?.blips.fadeMs && picture.calls.size > 0 ? FADE_MS : null),
    beat: () => undefined,
  };
}

/** The blip to lead the player to. */
export function wantedRoute(target: Target | null, settings: ClientSettings | null): WantedRoute | null {
  if (!target || !settings) return null;
  const name = 'call' in target ? callBlip(target.call) : panicBlip(target.panic);
  return { name, colour: settings.routes.colour };
}

function styleOf(call: CallView, isMine: boolean, blips: BlipSettings): BlipStyle {
  const base = call.stage === 'dispatch' ? blips.dispatch : call.isEmergency ? blips.emergency : blips.civil;
  const page = call.units.find((unit) => unit.page !== null)?.page;
  const touches = [
    touchNamed(blips.pages, page),
    touchNamed(blips.priorities, call.priority),
    isMine ? blips.mine : undefined,
  ];
  return touches.reduce<BlipStyle>(touchUp, base);
}

function touchNamed(
  touches: Readonly<Record<string, BlipTouch>>,
  name: string | number | null | undefined,
): BlipTouch | undefined {
  const key = String(name ?? '')
    .trim()
    .toLowerCase();
  return lookUp(touches, key);
}

function touchUp(style: BlipStyle, touch: BlipTouch | undefined): BlipStyle {
  return {
    sprite: touch?.sprite ?? style.sprite,
    colour: touch?.colour ?? style.colour,
    scale: touch?.scale ?? style.scale,
  };
}

function blipsOfCall(
  call: CallView,
  { isMine, step }: { readonly isMine: boolean; readonly step: number },
  blips: BlipSettings,
  translate: Translate,
): Named[] {
  if (!call.position) return [];
  const { accuracy, ...place } = call.position;
  const style = styleOf(call, isMine, blips);
  const alpha = Math.round(255 - ((255 - FAINTEST) * step) / FADE_STEPS);
  const { category } = blips;
  const shortRange = blips.shortRange && !isMine;
  const point = toBlip(place, { ...style, shortRange, category, alpha, name: nameOfCall(call, translate) });
  const name = callBlip(call.key);
  if (accuracy === 'exact') return [[name, point]];
  return [
    [name, point],
    [`${name} area`, toArea(point, blips.estimateRadius)],
  ];
}

function blipsOfPanic(
  { ident, unit, position }: PanicView,
  blips: BlipSettings,
  translate: Translate,
): Named[] {
  if (!position) return [];
  const name = cutName(translate('blip.panic', { unit }));
  const look = { ...blips.panic, shortRange: false, category: blips.category, alpha: 255, name };
  return [[panicBlip(ident), toBlip(position, look)]];
}

function toBlip(
  { x, y, z }: { x: number; y: number; z: number | null },
  look: WantedBlip['look'],
): WantedBlip {
  return { x, y, z: z ?? 0, radius: null, look };
}

function toArea(point: WantedBlip, radius: number): WantedBlip {
  const { look } = point;
  return { ...point, radius, look: { ...look, sprite: 0, alpha: Math.min(AREA_ALPHA, look.alpha) } };
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
