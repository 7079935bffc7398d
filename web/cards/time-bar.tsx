// How long a card stays: a bar that the browser shrinks by itself.

import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CallCard } from '../../shared/screen.ts';

export function TimeBar({ time }: { readonly time: CallCard['time'] }) {
  const bar = useRef<HTMLSpanElement>(null);

  // Every message brings the time anew, and counts it from then on.
  useLayoutEffect(() => {
    if (bar.current && time) shrink(bar.current, time);
  }, [time]);

  return time && <span class="time-bar" ref={bar} aria-hidden="true" />;
}

function shrink(bar: HTMLElement, { left, of }: NonNullable<CallCard['time']>): void {
  bar.style.transition = 'none';
  bar.style.transform = `scaleX(${of > 0 ? Math.min(left / of, 1) : 0})`;
  // Asking for the layout makes the browser take this as the start.
  bar.getBoundingClientRect();
  bar.style.transition = `transform ${left}ms var(--drain)`;
  bar.style.transform = 'scaleX(0)';
}
