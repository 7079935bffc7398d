// The statuses that the player's unit can have, to choose from with keys or the mouse.

import { useLayoutEffect, useRef } from 'preact/hooks';
import type { StatusMenuView } from '../../shared/screen.ts';
import { bringIntoSight } from '../parts/bring-into-sight.ts';
import { Icon } from '../parts/icon.tsx';
import { useScreen } from '../screen.ts';

interface StatusMenuProps {
  readonly menu: StatusMenuView;
  /** Index of the status that the unit has. */
  readonly present: number | null;
}

export function StatusMenu({ menu, present }: StatusMenuProps) {
  const { format, act } = useScreen();
  const box = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const selected = box.current?.querySelector<HTMLElement>('[aria-selected="true"]');
    if (box.current && selected) bringIntoSight(box.current, selected);
  }, [menu.selected]);

  return (
    <div ref={box} class="statuses" role="listbox" aria-label={format.translate('ui.status')}>
      {menu.statuses.map(({ index, label }) => (
        <button
          key={index}
          type="button"
          role="option"
          class="status-choice"
          aria-selected={index === menu.selected}
          onClick={() => act('set-status', String(index))}
        >
          <span class="text">{label}</span>
          {index === present && <Icon name="check" />}
        </button>
      ))}
    </div>
  );
}
