// Elements that come in when they are first drawn and fade away when they are taken out.

import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Side } from '../motion.ts';
import { useScreen } from '../screen.ts';

/** Gives the ref for the element; `from` counts when it is first drawn. */
export function useEntrance<Kind extends HTMLElement>(from: Side): RefObject<Kind | null> {
  const { motion } = useScreen();
  const element = useRef<Kind>(null);
  // Whether things move may have changed until it goes.
  const latest = useRef(motion);
  latest.current = motion;

  useLayoutEffect(() => {
    const entered = element.current;
    if (!entered) return;
    latest.current.enter(entered, from);
    return () => latest.current.leave(entered);
  }, []);

  return element;
}
