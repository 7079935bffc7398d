// The cards in their column, the first one nearest to where the player put the column.

import type { CSSProperties } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Anchor, Card } from '../../shared/screen.ts';
import type { Motion } from '../motion.ts';
import { useScreen } from '../screen.ts';
import { CallCardView } from './call-card.tsx';
import { MessageCardView } from './message-card.tsx';

interface CardStackProps {
  readonly cards: readonly Card[];
  /** Cards that wait behind these. */
  readonly more: number;
  readonly anchor: Anchor;
  readonly style: CSSProperties;
}

export function CardStack({ cards, more, anchor, style }: CardStackProps) {
  const { format, motion } = useScreen();
  const column = useRef<HTMLElement>(null);
  useSliding(column, cards, motion);
  return (
    <section
      ref={column}
      class="column"
      data-anchor={anchor}
      style={style}
      role="log"
      aria-label={format.translate('ui.alerts')}
    >
      {cards.map((card) =>
        card.kind === 'call' ? (
          <CallCardView key={card.id} card={card} />
        ) : (
          <MessageCardView key={card.id} card={card} />
        ),
      )}
      {more > 0 && (
        <p key="more" class="more">
          {format.translate('ui.more', { count: format.count(more) })}
        </p>
      )}
    </section>
  );
}

/** Cards that a change put elsewhere glide there. */
function useSliding(column: { current: HTMLElement | null }, cards: readonly Card[], motion: Motion): void {
  const tops = useRef(new Map<Element, number>());
  useLayoutEffect(() => {
    const before = tops.current;
    tops.current = new Map();
    for (const card of column.current?.children ?? []) {
      if (!(card instanceof HTMLElement)) continue;
      const top = card.offsetTop;
      const previous = before.get(card);
      if (previous !== undefined && previous !== top) motion.slide(card, previous - top);
      tops.current.set(card, top);
    }
  }, [cards]);
}
