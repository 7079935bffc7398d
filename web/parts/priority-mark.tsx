// How urgent a call is: an outline of its own per level, the short word, and the colour.

import type { PriorityLook } from '../../shared/screen.ts';
import { useScreen } from '../screen.ts';
import { Icon } from './icon.tsx';

export function PriorityMark({ priority }: { readonly priority: PriorityLook }) {
  const { translate } = useScreen().format;
  const meaning = translate(`ui.level.${priority.level}`);
  return (
    <span class="priority" role="img" aria-label={`${priority.label} ${meaning}`.trim()}>
      <Icon name={priority.level} />
      {priority.label !== '' && <b class="isolate">{priority.label}</b>}
    </span>
  );
}
