// The calls of the list that are in sight.

import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ListRow, ListView } from '../../shared/screen.ts';
import { bringIntoSight } from '../parts/bring-into-sight.ts';
import { Distance } from '../parts/distance.tsx';
import { Icon } from '../parts/icon.tsx';
import { PriorityMark } from '../parts/priority-mark.tsx';
import { Tags } from '../parts/tags.tsx';
import { titleOf, toNumberText } from '../place.ts';
import { useScreen } from '../screen.ts';

export function ListRows({ list }: { readonly list: ListView }) {
  const { format } = useScreen();
  const { translate, count } = format;
  const box = useRef<HTMLUListElement>(null);

  // Where not all rows have room, the selected one has.
  useLayoutEffect(() => {
    const selected = box.current?.querySelector<HTMLElement>('[aria-current="true"]');
    if (box.current && selected) bringIntoSight(box.current, selected);
  }, [list.rows, list.selected]);

  if (list.rows.length === 0) return <p class="empty">{translate('ui.list.empty')}</p>;
  return (
    <>
      {list.before > 0 && (
        <p class="beyond">
          <Icon name="up" />
          {translate('ui.list.before', { count: count(list.before) })}
        </p>
      )}
      <ul class="rows" ref={box}>
        {list.rows.map((row) => (
          <li key={row.key}>
            <Row row={row} isSelected={row.key === list.selected} />
          </li>
        ))}
      </ul>
      {list.after > 0 && (
        <p class="beyond">
          <Icon name="down" />
          {translate('ui.list.after', { count: count(list.after) })}
        </p>
      )}
    </>
  );
}

function Row({ row, isSelected }: { readonly row: ListRow; readonly isSelected: boolean }) {
  const { format, now, act } = useScreen();
  const { translate, count } = format;
  return (
    <button
      type="button"
      class="row"
      data-key={row.key}
      data-level={row.priority.level}
      aria-current={isSelected}
      onClick={() => act('open', row.key)}
    >
      <PriorityMark priority={row.priority} />
      <span class="row-line">
        <span class="number">{toNumberText(row.number)}</span>
        {row.code !== '' && <span class="code isolate">{row.code}</span>}
        <b class="text">{titleOf(row, translate)}</b>
        <Tags call={row} isMine={row.isMine} />
      </span>
      <span class="row-line second">
        {row.isRouted && <Icon name="route" />}
        <span class="text">{row.place || translate('ui.place.unknown')}</span>
        <span class="row-facts">
          <Distance position={row.position} />
          {row.units > 0 && (
            <span class="fact">
              <Icon name="units" />
              <span class="spoken">{translate('ui.units')}</span>
              {count(row.units)}
            </span>
          )}
          <span class="age">{format.age(now - row.openedAt)}</span>
        </span>
      </span>
    </button>
  );
}
