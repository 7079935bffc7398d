// Where a call is: postal, street, distance.

import type { CallView } from '../../shared/call.ts';
import { placeOf } from '../place.ts';
import { useScreen } from '../screen.ts';
import { Distance } from './distance.tsx';
import { Icon } from './icon.tsx';

interface PlaceLineProps {
  readonly call: CallView;
  readonly isRouted: boolean;
}

export function PlaceLine({ call, isRouted }: PlaceLineProps) {
  const { translate } = useScreen().format;
  const { postal, street } = placeOf(call);
  const isUnknown = postal === '' && street === '';
  return (
    <p class={isRouted ? 'place routed' : 'place'}>
      <Icon name={isRouted ? 'route' : 'pin'} />
      {postal !== '' && <span class="postal isolate">{postal}</span>}
      <span class="street text">{isUnknown ? translate('ui.place.unknown') : street}</span>
      {isRouted && <span class="spoken">{translate('ui.tag.routed')}</span>}
      <Distance position={call.position} />
    </p>
  );
}
