// How blips look: the colours of the game's palette and our own simple drawings in place of its sprites.

import { svg } from './dom.ts';

/** https://docs.fivem.net/docs/game-references/blips/ : colours 0 to 69. */
const PALETTE =
  'fefefe e03232 71cb71 5db6e5 fefefe eec64e c25050 9c6eaf fe7ac3 f59d79 b18f83 8dcea7 70a8ae d3d1e7 8f7e98 ' +
  '6ac4bf d5c398 ea8e50 97cae9 b26287 8f8d79 a6755e afa8a8 e78e9a bbd65b 0c7b56 7ac3fe ab3ce6 cda80c 4561ab ' +
  '29a5b8 b89b7b c8e0fe f0f096 ed8ca1 f98a8a fbeea5 fefefe 2c6db8 9a9a9a 4c4c4c f29d9d 6cb7d6 afedae ffa75f ' +
  'f1f1f1 ecf029 ff9a18 f644a5 e03a3a 8a6de3 ff8b5c 416c41 b3ddf3 3a647f a0a0a0 847232 65b9e7 4b4175 e13b3b ' +
  'f0cb58 cd3f98 cfcfcf 276a9f d87b1b 8e8393 f0cb57 65b9e7 64b8e7 79cd79';
const COLOURS = PALETTE.split(' ').map((hex) => `#${hex}`);

/** CSS colour of a blip colour index; unknown ones are white. */
export function blipColour(index: number): string {
  return COLOURS[index] ?? '#fefefe';
}

/** Paths in a 24 by 24 box, by sprite: what the sprite means, not how the game draws it. */
const SHAPES: Readonly<Record<number, string>> = {
  // Waypoint
  8: 'M12 2 20 12 12 22 4 12z',
  // Police station
  60: 'M12 2 20 5v6c0 5-3.4 9-8 11-4.6-2-8-6-8-11V5z',
  // Hospital
  61: 'M9 3h6v6h6v6h-6v6H9v-6H3V9h6z',
  // Fire
  436: 'M12 2c1 4 6 6.500 6 12a6 6 0 0 1-12 0c0-2.500 1.200-4 2.500-5.500C9 11 10 12 11 12c1.500-2.500-.500-6 1-10z',
};

/** A dot with a ring, or the drawing that is known for the sprite. */
export function drawBlip(sprite: number, colour: string): SVGElement {
  const shape = SHAPES[sprite];
  const children = shape
    ? [svg('path', { d: shape, fill: colour, class: 'edge' })]
    : [
        svg('circle', {
          cx: '12',
          cy: '12',
          r: '10.5',
          fill: 'none',
          stroke: colour,
          'stroke-width': '1.5',
          opacity: '.55',
        }),
        svg('circle', { cx: '12', cy: '12', r: '6', fill: colour, class: 'edge' }),
      ];
  return svg('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' }, ...children);
}

/** An arrow that points north. */
export function drawPlayer(): SVGElement {
  return svg(
    'svg',
    { viewBox: '0 0 24 24', 'aria-hidden': 'true' },
    svg('path', { d: 'M12 2 19.500 21 12 17 4.500 21z', fill: 'currentColor', class: 'edge' }),
  );
}
