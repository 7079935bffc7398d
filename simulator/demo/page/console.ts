// The server console: coloured lines that follow the newest unless scrolled up, a prompt, and the resource's buttons.

import type { Action } from '../messages.ts';
import type { LineView } from '../views.ts';
import { byId, clockTime, el, setText } from './dom.ts';
import { drawRuns } from './runs.ts';

export interface ConsolePanel {
  replace(lines: readonly LineView[]): void;
  append(lines: readonly LineView[]): void;
  showRunning(isRunning: boolean): void;
}

const MAX_LINES = 500;
/** Closer to the end than this counts as being at the end. */
const END_PX = 24;

/** Binds the console panel of the page. */
export function createConsole(send: (action: Action) => void): ConsolePanel {
  const list = byId('console-lines', HTMLElement);
  const end = byId('console-end', HTMLButtonElement);
  const form = byId('console-form', HTMLFormElement);
  const input = byId('console-input', HTMLInputElement);
  const restart = byId('restart', HTMLButtonElement);
  const stop = byId('stop', HTMLButtonElement);
  // A list that scrolls must be reachable with the keyboard.
  list.tabIndex = 0;
  const history: string[] = [];
  let historyAt = 0;
  let isRunning = true;

  const isAtEnd = () => list.scrollHeight - list.scrollTop - list.clientHeight < END_PX;
  let follows = true;
  let lastTop = 0;

  function scrollToEnd(): void {
    list.scrollTop = list.scrollHeight;
    follows = true;
    end.hidden = true;
  }

  function append(lines: readonly LineView[]): void {
    list.append(...lines.map(drawLine));
    while (list.childElementCount > MAX_LINES) list.firstElementChild?.remove();
    if (follows) scrollToEnd();
    else end.hidden = false;
  }

  list.addEventListener('scroll', () => {
    // A list that became lower is not at its end any more, but nobody has scrolled up.
    if (list.scrollTop < lastTop || isAtEnd()) follows = isAtEnd();
    lastTop = list.scrollTop;
    if (follows) end.hidden = true;
  });
  new ResizeObserver(() => follows && scrollToEnd()).observe(list);
  end.addEventListener('click', scrollToEnd);

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const line = input.value.trim();
    if (line === '') return;
    send({ type: 'command', line });
    history.push(line);
    historyAt = history.length;
    input.value = '';
    scrollToEnd();
  });
  input.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (step === 0) return;
    event.preventDefault();
    historyAt = Math.min(Math.max(historyAt + step, 0), history.length);
    input.value = history[historyAt] ?? '';
  });

  restart.addEventListener('click', () => send({ type: 'resource', change: 'restart' }));
  stop.addEventListener('click', () => send({ type: 'resource', change: isRunning ? 'stop' : 'start' }));

  return {
    append,
    replace(lines) {
      list.replaceChildren();
      append(lines);
      scrollToEnd();
    },
    showRunning(now) {
      isRunning = now;
      setText(stop, now ? 'Stop' : 'Start');
      restart.disabled = !now;
    },
  };
}

function drawLine({ at, channel, runs }: LineView): HTMLElement {
  return el(
    'div',
    { class: 'line', title: clockTime(at) },
    el('span', { class: 'channel' }, channel),
    el('span', { class: 'text' }, ...drawRuns(runs)),
  );
}
