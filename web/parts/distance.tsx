// How far away a place is and which way to turn, kept true while the player moves.

import type { Accuracy } from '../../shared/call.ts';
import { distanceBetween, turnTo } from '../geometry.ts';
import { useScreen } from '../screen.ts';
import { Icon } from './icon.tsx';

interface DistanceProps {
  readonly position: { readonly x: number; readonly y: number; readonly accuracy?: Accuracy } | null;
}

/** Nothing while either place is unknown. */
export function Distance({ position }: DistanceProps) {
  const { here, format } = useScreen();
  if (!here || !position) return null;
  const distance = format.distance(distanceBetween(here, position));
  const isExact = (position.accuracy ?? 'exact') === 'exact';
  return (
    <span class="distance">
      <Icon name="turn" turn={turnTo(here, position)} />
      <b>{isExact ? distance : format.translate('ui.distance.about', { distance })}</b>
    </span>
  );
}
