// The whole page: what is where.

import type { PlayerSettings, ScreenSetup } from '../shared/screen.ts';
import type { Area, Viewport } from './area.ts';
import { CardStack } from './cards/card-stack.tsx';
import type { Format } from './format.ts';
import { layOut } from './layout.ts';
import { ListPanel } from './list/list-panel.tsx';
import { createMotion } from './motion.ts';
import { PanicBanners } from './panics/panic-banners.tsx';
import { type Screen, ScreenProvider } from './screen.ts';
import { playerOf, type ScreenState } from './screen-state.ts';
import { sampleCards } from './settings/samples.ts';
import { SettingsPanel } from './settings/settings-panel.tsx';

export interface AppProps {
  readonly state: ScreenState & { readonly setup: ScreenSetup };
  readonly format: Format;
  readonly viewport: Viewport;
  /** The computer's own wish. */
  readonly prefersReducedMotion: boolean;
  /** The server's clock, in milliseconds since the epoch. */
  readonly now: number;
  readonly act: Screen['act'];
  readonly ask: Screen['ask'];
  readonly onDraft: (player: PlayerSettings) => void;
  readonly onTryVolume: (volume: number) => void;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

export function App({ state, format, viewport, now, act, ask, ...rest }: AppProps) {
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
    ask,
  };
  const isSampled = panel !== null && state.cards.length === 0;
  const places = layOut({
    viewport,
    frame: setup.frame,
    anchor: player.anchor,
    scale: player.scale,
    hasList: list !== null,
    panics: panics.length,
  });

  return (
    <ScreenProvider value={screen}>
      <div
        class={`screen${hasCursor || panel ? ' has-cursor' : ''}${isStill ? ' still' : ''}${isHidden ? ' away' : ''}`}
      >
        <CardStack
          cards={isSampled ? sampleCards(format, now) : state.cards}
          more={state.more}
          anchor={player.anchor}
          style={toStyle(places.cards)}
        />
        {list && (
          <ListPanel list={list} side={places.listSide} anchor={player.anchor} style={toStyle(places.list)} />
        )}
        <PanicBanners panics={panics} top={places.top} />
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

function toStyle({ left, top, right, bottom }: Area) {
  return {
    left: toPercent(left),
    top: toPercent(top),
    right: toPercent(1 - right),
    bottom: toPercent(1 - bottom),
  };
}

const toPercent = (share: number) => `${(share * 100).toFixed(3)}%`;
