// Tells the recorded events in their order, one by one or by itself.

import type { Step } from './story-steps.ts';
import type { Reply, StoryView } from './views.ts';

export interface Story {
  view(): StoryView;
  /** Sends steps at a readable pace until the last one, from the start when all were sent. */
  play(): void;
  pause(): void;
  /** Sends the next step, if there is one and none is on its way. */
  next(): Promise<void>;
  /** Back to the start. */
  reset(): void;
}

/** Long enough to read what happens and to see it happen. */
const PACE_MS = 3200;

/** A story that was not begun. It pauses when a step is refused, as what follows would make no sense. */
export function createStory(options: {
  readonly steps: readonly Step[];
  readonly send: (step: Step) => Promise<Reply>;
  /** Told when `view` gives something else. */
  readonly onChange: () => void;
  /** Called before the story begins anew: makes everything as it was. */
  readonly onReset: () => void;
  /** Time between steps, half of it after one that nobody in the game notices. */
  readonly paceMs?: number | undefined;
}): Story {
  const { steps, send, onChange, onReset, paceMs = PACE_MS } = options;
  let replies: Reply[] = [];
  let isPlaying = false;
  /** The replies that a step on its way will be added to. */
  let awaited: Reply[] | null = null;
  let timer: NodeJS.Timeout | undefined;

  function setPlaying(now: boolean): void {
    clearTimeout(timer);
    isPlaying = now;
    onChange();
  }

  const isRefused = () => replies.length > 0 && replies.at(-1)?.status !== 200;
  const isOver = () => replies.length === steps.length && !isRefused();

  async function next(): Promise<void> {
    const told = replies;
    const index = isRefused() ? told.length - 1 : told.length;
    const step = steps[index];
    if (!step || awaited === told) return;
    clearTimeout(timer);
    awaited = told;
    const reply = await send(step);
    // Begun anew meanwhile: the answer belongs to the story before.
    if (told !== replies) return;
    awaited = null;
    told[index] = reply;
    if (isRefused() || isOver()) isPlaying = false;
    if (isPlaying) timer = setTimeout(next, step.isQuiet ? paceMs / 2 : paceMs);
    onChange();
  }

  function reset(): void {
    replies = [];
    setPlaying(false);
    onReset();
  }

  return {
    view: () => ({
      isPlaying,
      isOver: isOver(),
      replies: replies.map(({ status, body, ms }) => ({ status, body, ms })),
    }),
    next,
    play() {
      if (isPlaying) return;
      if (isOver()) reset();
      setPlaying(true);
      void next();
    },
    pause: () => setPlaying(false),
    reset,
  };
}
