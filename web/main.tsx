// Composition root of the page: messages change the state, and the page is drawn from it. Nothing runs while nothing is told,
// except that the ages in an open list grow.

import { render } from 'preact';
import type { PlayerSettings, ScreenSetup } from '../shared/screen.ts';
import { App } from './app.tsx';
import { rootSize } from './area.ts';
import { createFormat, type Format, writingDirection } from './format.ts';
import { createHost } from './host.ts';
import { readMessage } from './read-message.ts';
import type { Screen } from './screen.ts';
import {
  applyMessage,
  EMPTY_SCREEN,
  playerOf,
  type ScreenState,
  withDraft,
  withPlayer,
} from './screen-state.ts';
import { createAlarm } from './sound/alarm.ts';
import { createSounds } from './sound/sounds.ts';
import { createTonePlayer } from './sound/tone-player.ts';

/** Ages are shown in minutes. */
const AGEING_MS = 15_000;

function start(page: HTMLElement): void {
  const host = createHost(window);
  const alarm = createAlarm();
  const now = () => performance.now();
  const tones = createTonePlayer({ load: (url) => new Audio(url), now, after });
  const sounds = createSounds({ alarm, tones, now });
  const stillness = matchMedia('(prefers-reduced-motion: reduce)');
  const formatOf = rememberFormat();
  let state = EMPTY_SCREEN;
  let ageing: number | undefined;

  function update(next: ScreenState): void {
    state = next;
    draw();
    const isAgeing = state.list !== null && !state.isHidden;
    if (isAgeing) ageing ??= window.setInterval(draw, AGEING_MS);
    else if (ageing !== undefined) {
      window.clearInterval(ageing);
      ageing = undefined;
    }
  }

  function draw(): void {
    const { setup } = state;
    if (!setup) return;
    const viewport = { width: window.innerWidth, height: window.innerHeight };
    const shown = { ...state, setup };
    document.documentElement.style.fontSize = `${rootSize(viewport, playerOf(shown).scale)}px`;
    document.documentElement.lang = setup.language;
    document.documentElement.dir = writingDirection(setup.language);
    render(
      <App
        state={shown}
        format={formatOf(setup)}
        viewport={viewport}
        prefersReducedMotion={stillness.matches}
        now={Date.now() + state.clockOffset}
        act={act}
        ask={host.post}
        onDraft={tryOut}
        onTryVolume={alarm.sample}
        onDone={() => keep(state.panel?.draft)}
        onCancel={() => keep(state.panel?.before)}
      />,
      page,
    );
  }

  const act: Screen['act'] = (action, key) =>
    host.post('act', key === undefined ? { action } : { action, key });

  function tryOut(player: PlayerSettings): void {
    update(withDraft(state, player));
    host.post('settings', { player, isFinal: false });
  }

  function keep(player: PlayerSettings | undefined): void {
    if (!player) return;
    update(withPlayer(state, player));
    host.post('settings', { player, isFinal: true });
    act('close-panel');
  }

  host.listen((value) => {
    const message = readMessage(value);
    if (!message) return;
    sounds.apply(message);
    update(applyMessage(state, message, Date.now()));
  });
  window.addEventListener('resize', draw);
  stillness.addEventListener('change', draw);
  window.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    if (state.panel) keep(state.panel.before);
    else if (state.list?.hasCursor) act('close-list');
  });
  host.post('ready', {});
}

function after(ms: number, run: () => void): () => void {
  const timer = window.setTimeout(run, ms);
  return () => window.clearTimeout(timer);
}

/** Formats cost more to make than everything else that is drawn. */
function rememberFormat(): (setup: ScreenSetup) => Format {
  let made: { readonly texts: ScreenSetup['texts']; readonly format: Format } | null = null;
  return (setup) => {
    if (made?.texts !== setup.texts) made = { texts: setup.texts, format: createFormat(setup) };
    return made.format;
  };
}

const page = document.getElementById('page');
if (page) start(page);
