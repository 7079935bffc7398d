// A card that is not about a call: a page, a station alert, a status. Its words come ready.

import type { MessageCard, PlayerAction } from '../../shared/screen.ts';
import { cutText } from '../../shared/text.ts';
import { Icon } from '../parts/icon.tsx';
import { KeyHints } from '../parts/key-hints.tsx';
import { useScreen } from '../screen.ts';
import { CardFrame } from './card-frame.tsx';

const ACTIONS: readonly PlayerAction[] = ['dismiss'];
const MAX_LENGTH = 600;

export function MessageCardView({ card }: { readonly card: MessageCard }) {
  const { player, hasCursor } = useScreen();
  return (
    <CardFrame
      card={card}
      title={card.title}
      level="plain"
      classes={`message ${player.density} ${card.sign}`}
    >
      <header class="card-head">
        <span class="sign">
          <Icon name={card.sign} />
        </span>
        <h3 class="title text">{card.title}</h3>
        {card.subtitle !== '' && <span class="subtitle text">{card.subtitle}</span>}
      </header>
      {card.text !== '' && <p class="description text">{cutText(card.text, MAX_LENGTH)}</p>}
      {(card.isFocused || hasCursor) && <KeyHints actions={ACTIONS} target={card.id} />}
    </CardFrame>
  );
}
