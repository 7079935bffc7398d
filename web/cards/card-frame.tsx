// The box around every card: comes in, pulses, and goes as all of them do.

import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Anchor, Card, PriorityLook } from '../../shared/screen.ts';
import { isLeft, isRight } from '../area.ts';
import type { Side } from '../motion.ts';
import { useEntrance } from '../parts/use-entrance.ts';
import { useScreen } from '../screen.ts';
import { TimeBar } from './time-bar.tsx';

interface CardFrameProps {
  readonly card: Card;
  readonly title: string;
  readonly level: PriorityLook['level'] | 'plain';
  /** Grows with every change worth a pulse. */
  readonly pulse?: number;
  readonly classes?: string;
  readonly children: ComponentChildren;
}

export function CardFrame({ card, title, level, pulse = 0, classes = '', children }: CardFrameProps) {
  const { motion, player } = useScreen();
  const box = useEntrance<HTMLElement>(sideOf(player.anchor));
  const lastPulse = useRef(pulse);

  useLayoutEffect(() => {
    if (box.current && pulse > lastPulse.current) motion.pulse(box.current);
    lastPulse.current = pulse;
  }, [pulse]);

  return (
    <article
      ref={box}
      class={`card ${card.isFocused ? 'focused ' : ''}${classes}`}
      data-card={card.id}
      data-level={level}
      aria-label={title}
      aria-current={card.isFocused}
    >
      {children}
      <TimeBar time={card.time} />
    </article>
  );
}

function sideOf(anchor: Anchor): Side {
  if (isLeft(anchor)) return 'left';
  if (isRight(anchor)) return 'right';
  return anchor.startsWith('bottom') ? 'bottom' : 'top';
}
