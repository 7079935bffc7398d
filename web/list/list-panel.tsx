// The list of calls: filters, rows, and the selected call opened up. It works without the mouse; with it, everything in it can
// be clicked.

import type { CSSProperties } from 'preact';
import type { Anchor, ListView, PlayerAction } from '../../shared/screen.ts';
import type { Side } from '../motion.ts';
import { Icon } from '../parts/icon.tsx';
import { Key } from '../parts/key-hints.tsx';
import { ResponseLine } from '../parts/response-line.tsx';
import { useEntrance } from '../parts/use-entrance.ts';
import { useScreen } from '../screen.ts';
import { CallDetail } from './call-detail.tsx';
import { Filters } from './filters.tsx';
import { ListRows } from './list-rows.tsx';
import { OwnUnit } from './own-unit.tsx';
import { StatusMenu } from './status-menu.tsx';

interface ListPanelProps {
  readonly list: ListView;
  readonly side: Side;
  readonly anchor: Anchor;
  readonly style: CSSProperties;
}

const KEYS_IN_ROWS: readonly PlayerAction[] = ['up', 'down', 'select', 'back', 'status'];
const KEYS_IN_DETAIL: readonly PlayerAction[] = ['back', 'status'];
const KEYS_IN_MENU: readonly PlayerAction[] = ['up', 'down', 'select', 'back'];

export function ListPanel({ list, side, anchor, style }: ListPanelProps) {
  const { format, act, hasCursor } = useScreen();
  const { translate } = format;
  const box = useEntrance<HTMLElement>(side);
  return (
    <div class="column" data-anchor={anchor} style={style}>
      <section ref={box} class="list" role="dialog" aria-label={translate('ui.list')} data-cursor={hasCursor}>
        <header class="list-head">
          <h2>{translate('ui.list')}</h2>
          <OwnUnit list={list} />
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
        {list.menu && <StatusMenu menu={list.menu} present={list.unit?.status ?? null} />}
        <ResponseLine response={list.status} />
        <Filters filter={list.filter} counts={list.counts} />
        {list.detail ? <CallDetail detail={list.detail} /> : <ListRows list={list} />}
        {!hasCursor && <ListKeys list={list} />}
      </section>
    </div>
  );
}

function ListKeys({ list }: { readonly list: ListView }) {
  const { keys, format } = useScreen();
  const actions = list.menu ? KEYS_IN_MENU : list.detail ? KEYS_IN_DETAIL : KEYS_IN_ROWS;
  const bound = actions.filter((action) => keys[action] && (action !== 'status' || list.unit));
  const name = (action: PlayerAction) =>
    list.menu && action === 'select' ? 'ui.action.set' : `ui.action.${action}`;
  if (bound.length === 0) return null;
  return (
    <footer class="hints">
      {bound.map((action) => (
        <span key={action} class="hint">
          <Key label={keys[action]} />
          {format.translate(name(action))}
        </span>
      ))}
    </footer>
  );
}
