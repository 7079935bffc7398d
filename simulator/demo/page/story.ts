// The story: its buttons, what happens now and what was answered, and the list of all steps.

import type { Action } from '../messages.ts';
import type { Reply, StoryStep, StoryView } from '../views.ts';
import { byId, el, setText, svg } from './dom.ts';
import { createEventButton, type EventButton } from './event-button.ts';
import { drawReply } from './reply.ts';

export interface StoryPanel {
  /** The steps, once they are known. */
  begin(steps: readonly StoryStep[]): void;
  show(story: StoryView): void;
  /** An answer to a step that was sent by itself. */
  showReply(reply: Reply): void;
}

const PLAY = 'M7 4.500v15l12-7.500z';
const PAUSE = 'M6 5h4v14H6zM14 5h4v14h-4z';

/** Binds the story's parts of the page. */
export function createStoryPanel(send: (action: Action) => void): StoryPanel {
  const play = byId('story-play', HTMLButtonElement);
  const next = byId('story-next', HTMLButtonElement);
  const reset = byId('story-reset', HTMLButtonElement);
  const title = byId('story-title', HTMLElement);
  const watch = byId('story-watch', HTMLElement);
  const answer = byId('story-reply', HTMLElement);
  const progress = byId('story-progress', HTMLProgressElement);
  const list = byId('story-steps', HTMLElement);

  const icon = svg('path', {});
  const label = el('span');
  play.append(svg('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' }, icon), label);

  let steps: readonly StoryStep[] = [];
  let buttons: readonly EventButton[] = [];
  let isPlaying = false;
  let shown = '';

  play.addEventListener('click', () => send({ type: 'story', change: isPlaying ? 'pause' : 'play' }));
  next.addEventListener('click', () => send({ type: 'story', change: 'next' }));
  reset.addEventListener('click', () => send({ type: 'story', change: 'reset' }));

  function showControls({ isOver, replies }: StoryView): void {
    const isBegun = replies.length > 0;
    setText(label, isPlaying ? 'Pause' : isOver ? 'Play again' : isBegun ? 'Continue' : 'Play story');
    icon.setAttribute('d', isPlaying ? PAUSE : PLAY);
    next.disabled = isOver;
    reset.disabled = !isBegun;
    progress.max = steps.length;
    progress.value = replies.length;
  }

  function showNow(replies: StoryView['replies']): void {
    const step = steps[replies.length - 1];
    const reply = replies.at(-1);
    if (!step || !reply) {
      setText(title, `A burglary in ${steps.length} events, from the first log-in to the last`);
      setText(watch, 'Play it and watch who gets what, or take it step by step.');
      answer.replaceChildren();
      return;
    }
    const number = el('span', { class: 'story-number' }, `${replies.length}/${steps.length}`);
    title.replaceChildren(number, step.title);
    setText(watch, step.watch);
    answer.replaceChildren(...drawReply(reply));
  }

  /** Marks the step that was sent last and brings it into the middle of the list. */
  function showInList(replies: StoryView['replies']): void {
    for (const [index, { element, showReply }] of buttons.entries()) {
      showReply(replies[index] ?? null);
      if (index === replies.length - 1) element.setAttribute('aria-current', 'step');
      else element.removeAttribute('aria-current');
    }
    const item = buttons[Math.max(0, replies.length - 1)]?.element;
    if (item) list.scrollTop = item.offsetTop - (list.clientHeight - item.offsetHeight) / 2;
  }

  return {
    begin(now) {
      steps = now;
      shown = '';
      const sendAlone = (name: string) => send({ type: 'fixture', name });
      buttons = now.map((step) => createEventButton({ ...step, send: sendAlone }));
      list.replaceChildren(el('ol', {}, ...buttons.map(({ element }) => el('li', {}, element))));
    },
    show(story) {
      isPlaying = story.isPlaying;
      showControls(story);
      const now = JSON.stringify([story.replies.length, story.replies.at(-1)]);
      if (shown === now) return;
      shown = now;
      showNow(story.replies);
      showInList(story.replies);
    },
    showReply(reply) {
      buttons[steps.findIndex(({ name }) => name === reply.fixture)]?.showReply(reply);
    },
  };
}
