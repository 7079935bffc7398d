// Markers on the map: players, blips and place names, kept in line with what the server tells.

import L from 'leaflet';
import type { BlipView, PlayerView } from '../views.ts';
import { blipColour, drawBlip, drawPlayer } from './blip-look.ts';
import { el, setText } from './dom.ts';
import { PLACES } from './island.ts';
import { type Label, placeLabels } from './map-labels.ts';

export interface MapMarkers {
  /** Shows the blips of the players in `whose`; the other players are only dots. */
  show(players: readonly PlayerView[], whose: ReadonlySet<number>): void;
  /** Places the labels anew. */
  layOut(): void;
}

interface Pin {
  readonly marker: L.Marker;
  readonly element: HTMLElement;
  readonly symbol: HTMLElement;
  readonly label: HTMLElement;
  area: L.Circle | null;
  look: string;
  rank: number;
}

const BESIDE = [
  'right',
  'left',
  'above',
  'below',
  'above-right',
  'below-right',
  'above-left',
  'below-left',
].map((side) => `side-${side}`);
const AROUND = ['side-centre', 'side-above', 'side-below', 'side-right', 'side-left'];
const BLIP_REM = 1.45;

/** Adds place names; the rest comes with `show`. */
export function createMapMarkers(map: L.Map): MapMarkers {
  const pins = new Map<string, Pin>();
  const places: Label[] = PLACES.map(({ name, x, y, rank, isWater }) => {
    const element = el('span', { class: 'label' }, name);
    const holder = el('div', {}, element);
    addMarker(holder, x, y, `place rank-${rank}${isWater ? ' water' : ''}`, -1000)
      .getElement()
      ?.setAttribute('aria-hidden', 'true');
    return { element, rank: 300 + rank, sides: AROUND };
  });

  function addMarker(content: HTMLElement, x: number, y: number, className: string, zIndexOffset: number) {
    const icon = L.divIcon({ html: content, className, iconSize: [0, 0] });
    return L.marker([y, x], { icon, interactive: false, keyboard: false, zIndexOffset }).addTo(map);
  }

  function put(key: string, x: number, y: number, zIndexOffset: number): Pin {
    const there = pins.get(key);
    if (there) {
      there.marker.setLatLng([y, x]);
      return there;
    }
    const symbol = el('span', { class: 'symbol' });
    const label = el('span', { class: 'label' });
    const element = el('div', { class: 'pin' }, symbol, label);
    const marker = addMarker(element, x, y, 'pin-holder', zIndexOffset);
    const pin: Pin = { marker, element, symbol, label, area: null, look: '', rank: 0 };
    pins.set(key, pin);
    return pin;
  }

  function putPlayer(player: PlayerView, index: number, isShown: boolean): string {
    const key = `player ${player.id}`;
    const pin = put(key, player.x, player.y, isShown ? 500 : 0);
    pin.element.className = `pin player-pin tint-${index} ${isShown ? 'shown' : 'other'}`;
    pin.rank = isShown ? 100 : 200;
    setText(pin.label, player.firstName);
    if (pin.look === '') {
      pin.symbol.append(drawPlayer());
      pin.look = 'player';
    }
    pin.symbol.style.rotate = `${-player.heading}deg`;
    return key;
  }

  function putBlip(blip: BlipView, player: PlayerView, index: number, whose: ReadonlySet<number>): string {
    const key = `blip ${player.id} ${blip.handle}`;
    const pin = put(key, blip.x, blip.y, 1000 + blip.handle);
    const isShared = whose.size > 1;
    const colour = blipColour(blip.colour);
    const look = `${blip.sprite} ${colour} ${blip.scale}`;
    if (pin.look !== look) {
      pin.look = look;
      pin.symbol.replaceChildren(drawBlip(blip.sprite, colour));
      pin.symbol.style.setProperty('--blip', colour);
      pin.symbol.style.width = `${BLIP_REM * blip.scale}rem`;
    }
    pin.element.className = `pin blip-pin tint-${index}`;
    pin.element.classList.toggle('flashing', blip.isFlashing);
    pin.element.classList.toggle('shared', isShared);
    // On everyone's map the same call lies there once per player: side by side, so that each can be seen.
    pin.element.style.translate = isShared ? `${(index - (whose.size - 1) / 2) * BLIP_REM * 1.15}rem 0` : '';
    pin.element.dataset.player = String(player.id);
    // The newest first.
    pin.rank = (blip.isFlashing ? 10 : 20) - blip.handle / 1e6;
    pin.symbol.setAttribute('role', 'img');
    pin.symbol.setAttribute('aria-label', `Blip of ${player.firstName}: ${blip.name}`);
    pin.symbol.tabIndex = 0;
    setText(pin.label, isShared ? `${player.firstName}: ${blip.name}` : blip.name);
    showArea(pin, blip, colour);
    return key;
  }

  function showArea(pin: Pin, { radius, x, y }: BlipView, color: string): void {
    if (radius === null) {
      pin.area?.remove();
      pin.area = null;
      return;
    }
    pin.area ??= L.circle([y, x], { radius, interactive: false, weight: 1 }).addTo(map);
    pin.area.setLatLng([y, x]).setRadius(radius).setStyle({ color });
  }

  function layOut(): void {
    const own = [...pins.values()].map(({ label, symbol, rank }) => ({
      element: label,
      symbol,
      rank,
      sides: BESIDE,
    }));
    const symbols = [...pins.values()].map((pin) => pin.symbol);
    const buttons = map.getContainer().querySelectorAll('.leaflet-control');
    placeLabels([...own, ...places], [...symbols, ...buttons], map.getContainer());
  }
  map.on('zoomend moveend', layOut);

  return {
    layOut,
    show(players, whose) {
      const present = new Set<string>();
      for (const [index, player] of players.entries()) {
        present.add(putPlayer(player, index, whose.has(player.id)));
        if (!whose.has(player.id)) continue;
        for (const blip of player.blips) present.add(putBlip(blip, player, index, whose));
      }
      for (const [key, pin] of pins) {
        if (present.has(key)) continue;
        pin.area?.remove();
        pin.marker.remove();
        pins.delete(key);
      }
      layOut();
    },
  };
}
