// The whole page: what is where.

import type { PlayerSettings, ScreenSetup } from '../shared/screen.ts';
import { type Area, columnArea, isLeft, isRight, rootSize, usableArea, type Viewport } from './area.ts';
import { CardStack } from './cards/card-stack.tsx';
import type { Format } from './format.ts';
import { ListPanel } from './list/list-panel.tsx';
import { createMotion } from './motion.ts';
import { MAX_BANNERS, PanicBanners } from './panics/panic-banners.tsx';
import { type Screen, ScreenProvider } from './screen.ts';
import { playerOf, type ScreenState } from './screen-state.ts';
import { sampleCards } from './settings/samples.ts';
import { SettingsPanel } from './settings/settings-panel.tsx';

/** Widths and heights in root font sizes; the style sheet has the same. */
const CARD_WIDTH = 24;
const LIST_WIDTH = 29;
const BANNER_HEIGHT = 4.2;
const COLUMN_GAP = 0.75;

export interface AppProps {
  readonly state: ScreenState & { readonly setup: ScreenSetup };
  readonly format: Format;
  readonly viewport: Viewport;
  /** The computer's own wish. */
  readonly prefersReducedMotion: boolean;
  /** The server's clock, in milliseconds since the epoch. */
  readonly now: number;
  readonly act: Screen['act'];
  readonly onDraft: (player: PlayerSettings) => void;
  readonly onTryVolume: (volume: number) => void;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

export function App({ state, format, viewport, now, act, ...rest }: AppProps) {
  const { setup, list, panel, panics, isHidden } = state;
  const player = playerOf(state);
  const isStill = player.reducedMotion || rest.prefersReducedMotion;
  const hasCursor = list?.hasCursor === true && panel === null;
  const screen: Screen = {
    format,
    player,
    keys: setup.keys,
    here: state.here,
    now,
    hasCursor,
    motion: createMotion(isStill),
    act,
  };
  const isSampled = panel !== null && state.cards.length === 0;
  const areas = layOut(viewport, setup, player, list !== null, panics.length);

  return (
    <ScreenProvider value={screen}>
      <div
        class={`screen${hasCursor || panel ? ' has-cursor' : ''}${isStill ? ' still' : ''}${isHidden ? ' away' : ''}`}
      >
        <CardStack
          cards={isSampled ? sampleCards(format, now) : state.cards}
          more={state.more}
          anchor={player.anchor}
          style={toStyle(areas.cards)}
        />
        {list && (
          <ListPanel list={list} side={areas.listSide} anchor={player.anchor} style={toStyle(areas.list)} />
        )}
        <PanicBanners panics={panics} top={areas.all.top} />
        {panel && (
          <SettingsPanel
            settings={player}
            notifiers={setup.notifiers}
            onChange={rest.onDraft}
            onTryVolume={rest.onTryVolume}
            onDone={rest.onDone}
            onCancel={rest.onCancel}
          />
        )}
      </div>
    </ScreenProvider>
  );
}

/** Cards stand where the player wants them, the list on the same side; panics and the list push the cards away. */
function layOut(
  viewport: Viewport,
  { frame }: ScreenSetup,
  { anchor, scale }: PlayerSettings,
  hasList: boolean,
  panics: number,
) {
  const root = rootSize(viewport, scale);
  const listSide = isLeft(anchor) ? 'left' : 'right';
  const list = columnArea(viewport, frame, listSide, LIST_WIDTH * root);
  let cards = columnArea(viewport, frame, anchor, CARD_WIDTH * root);
  if (hasList && (isLeft(anchor) || isRight(anchor))) {
    const gap = (COLUMN_GAP * root) / viewport.width;
    cards = beside(cards, listSide === 'left' ? list.right + gap : list.left - gap, listSide);
  }
  if (anchor === 'top') {
    const rows = Math.min(panics, MAX_BANNERS) + (panics > MAX_BANNERS ? 0.5 : 0);
    cards = { ...cards, top: cards.top + (rows * BANNER_HEIGHT * root) / viewport.height };
  }
  return { all: usableArea(viewport, frame), cards, list, listSide } as const;
}

/** The area moved so that it begins or ends at `edge`. */
function beside(area: Area, edge: number, side: 'left' | 'right'): Area {
  const width = area.right - area.left;
  return side === 'left'
    ? { ...area, left: edge, right: edge + width }
    : { ...area, left: edge - width, right: edge };
}

function toStyle({ left, top, right, bottom }: Area) {
  return {
    left: toPercent(left),
    top: toPercent(top),
    right: toPercent(1 - right),
    bottom: toPercent(1 - bottom),
  };
}

const toPercent = (share: number) => `${(share * 100).toFixed(3)}%`;
