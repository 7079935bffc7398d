// The player's own unit and its status; with the mouse it opens the menu of statuses.

import type { ListView } from '../../shared/screen.ts';
import { unitLabel } from '../../shared/unit.ts';
import { Icon } from '../parts/icon.tsx';
import { useScreen } from '../screen.ts';

export function OwnUnit({ list }: { readonly list: ListView }) {
  const { format, act, hasCursor } = useScreen();
  if (!list.unit) return null;
  const words = (
    <>
      <b class="isolate">{unitLabel(list.unit)}</b>
      <span class="isolate">{list.unit.statusLabel}</span>
    </>
  );
  if (!hasCursor) return <p class="own-unit">{words}</p>;
  return (
    <button
      type="button"
      class="own-unit"
      aria-haspopup="listbox"
      aria-expanded={list.menu !== null}
      title={format.translate('ui.status')}
      onClick={() => act('status')}
    >
      {words}
      <Icon name={list.menu ? 'up' : 'down'} />
    </button>
  );
}
