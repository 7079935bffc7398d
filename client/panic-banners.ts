// The panics at the top of the screen: those that are known, less the ones the player has taken away.

import type { PanicBanner } from '../shared/screen.ts';
import type { Picture } from './picture.ts';
import type { Atlas } from './ports.ts';

export interface PanicBanners {
  view(): PanicBanner[];
  dismiss(ident: number): void;
  /** To be called after the picture has changed: a panic that comes again is shown again. */
  follow(): void;
  /** The newest panic on the screen, or null. */
  newest(): number | null;
}

export function createPanicBanners(ports: {
  readonly picture: Picture;
  readonly atlas: Atlas;
  readonly isRouted: (ident: number) => boolean;
}): PanicBanners {
  const { picture, atlas, isRouted } = ports;
  const dismissed = new Set<number>();
  const shown = () => [...picture.panics.values()].filter(({ ident }) => !dismissed.has(ident));
  const newest = () => shown().pop()?.ident ?? null;
  return {
    view: () =>
      shown().map(({ ident, unit, position }) => ({
        ident,
        unit,
        place: position ? atlas.nameOf(position.x, position.y, position.z ?? 0) : '',
        position: position && { x: position.x, y: position.y },
        isRouted: isRouted(ident),
        isOwn: picture.unit?.ident === ident,
        // Keys act on the newest one.
        actions: position && ident === newest() ? (['route'] as const) : [],
      })),
    dismiss: (ident) => void dismissed.add(ident),
    follow() {
      for (const ident of [...dismissed]) if (!picture.panics.has(ident)) dismissed.delete(ident);
    },
    newest,
  };
}
