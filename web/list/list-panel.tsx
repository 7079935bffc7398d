// The list of calls: filters, rows, and the selected call opened up. It works without the mouse; with it, everything in it can
// be clicked.

import type { CSSProperties } from 'preact';
import type { Anchor, ListView, PlayerAction } from '../../shared/screen.ts';
import { unitLabel } from '../../shared/unit.ts';
import type { Side } from '../motion.ts';
import { Icon } from '../parts/icon.tsx';
import { Key } from '../parts/key-hints.tsx';
import { useEntrance } from '../parts/use-entrance.ts';
import { useScreen } from '../screen.ts';
import { CallDetail } from './call-detail.tsx';
import { Filters } from './filters.tsx';
import { ListRows } from './list-rows.tsx';

interface ListPanelProps {
  readonly list: ListView;
  readonly side: Side;
  readonly anchor: Anchor;
  readonly style: CSSProperties;
}

const KEYS_IN_ROWS: readonly PlayerAction[] = ['up', 'down', 'select', 'back'];
const KEYS_IN_DETAIL: readonly PlayerAction[] = ['back'];

export function ListPanel({ list, side, anchor, style }: ListPanelProps) {
  const { format, act, hasCursor } = useScreen();
  const { translate } = format;
  const box = useEntrance<HTMLElement>(side);
  return (
    <div class="column" data-anchor={anchor} style={style}>
      <section ref={box} class="list" role="dialog" aria-label={translate('ui.list')} data-cursor={hasCursor}>
        <header class="list-head">
          <h2>{translate('ui.list')}</h2>
          {list.unit && (
            <p class="own-unit">
              <b class="isolate">{unitLabel(list.unit)}</b>
              <span class="isolate">{list.unit.statusLabel}</span>
            </p>
          )}
          {hasCursor && (
            <button
              type="button"
              class="bare"
              aria-label={translate('ui.action.close')}
              onClick={() => act('close-list')}
            >
              <Icon name="cross" />
            </button>
          )}
        </header>
        <Filters filter={list.filter} counts={list.counts} />
        {list.detail ? <CallDetail detail={list.detail} /> : <ListRows list={list} />}
        {!hasCursor && <ListKeys actions={list.detail ? KEYS_IN_DETAIL : KEYS_IN_ROWS} />}
      </section>
    </div>
  );
}

function ListKeys({ actions }: { readonly actions: readonly PlayerAction[] }) {
  const { keys, format } = useScreen();
  const bound = actions.filter((action) => keys[action]);
  if (bound.length === 0) return null;
  return (
    <footer class="hints">
      {bound.map((action) => (
        <span key={action} class="hint">
          <Key label={keys[action]} />
          {format.translate(`ui.action.${action}`)}
        </span>
      ))}
    </footer>
  );
}
