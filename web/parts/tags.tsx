// Words on a call that stand out: what kind it is, that it is the player's, that it is over.

import type { ComponentChildren } from 'preact';
import type { CallView } from '../../shared/call.ts';
import type { CallCard } from '../../shared/screen.ts';
import { useScreen } from '../screen.ts';
import { Icon } from './icon.tsx';

interface TagsProps {
  readonly call: Pick<CallView, 'stage' | 'isEmergency'>;
  readonly isMine: boolean;
  readonly state?: CallCard['state'];
  readonly children?: ComponentChildren;
}

export function Tags({ call, isMine, state = 'open', children }: TagsProps) {
  const { translate } = useScreen().format;
  if (state !== 'open')
    return <span class="tags">{<b class="tag over">{translate(`ui.tag.${state}`)}</b>}</span>;
  return (
    <span class="tags">
      {call.stage === '911' && (
        <b class={call.isEmergency ? 'tag emergency' : 'tag'}>
          {translate(call.isEmergency ? 'ui.tag.911' : 'ui.tag.civil')}
        </b>
      )}
      {isMine && (
        <b class="tag mine">
          <Icon name="check" />
          <span class="mine-word">{translate('ui.tag.mine')}</span>
        </b>
      )}
      {children}
    </span>
  );
}
