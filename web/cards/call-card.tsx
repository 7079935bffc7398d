// A call on the screen, as much of it as the player wants to see.

import type { CallCard } from '../../shared/screen.ts';
import { cutText } from '../../shared/text.ts';
import { CallNote } from '../parts/call-note.tsx';
import { Distance } from '../parts/distance.tsx';
import { Icon } from '../parts/icon.tsx';
import { KeyHints } from '../parts/key-hints.tsx';
import { PlaceLine } from '../parts/place-line.tsx';
import { PriorityMark } from '../parts/priority-mark.tsx';
import { ResponseLine } from '../parts/response-line.tsx';
import { Tags } from '../parts/tags.tsx';
import { UnitChips } from '../parts/unit-chips.tsx';
import { numberOf, titleOf } from '../place.ts';
import { useScreen } from '../screen.ts';
import { CardFrame } from './card-frame.tsx';

/** What has room in each density. */
const ROOM = {
  compact: { units: 0, notes: 0, description: 0 },
  normal: { units: 3, notes: 0, description: 300 },
  full: { units: 8, notes: 2, description: 900 },
} as const;

export function CallCardView({ card }: { readonly card: CallCard }) {
  const { format, player, hasCursor } = useScreen();
  const { call, state, isMine, isRouted } = card;
  const room = ROOM[player.density];
  const isCompact = player.density === 'compact';
  const title = titleOf(call, format.translate);
  const isOver = state !== 'open';
  const classes = [player.density, isOver && 'over', isMine && 'mine'].filter(Boolean).join(' ');
  const heading = <h3 class="title text">{title}</h3>;

  return (
    <CardFrame card={card} title={title} level={card.priority.level} pulse={card.pulse} classes={classes}>
      <header class="card-head">
        <PriorityMark priority={card.priority} />
        <span class="number">{numberOf(call)}</span>
        {call.code !== '' && <span class="code isolate">{call.code}</span>}
        {isCompact && heading}
        <Tags call={call} isMine={isMine} state={state}>
          {isCompact && <Distance position={call.position} />}
        </Tags>
      </header>
      {!isCompact && heading}
      {!isCompact && <PlaceLine call={call} isRouted={isRouted} />}
      {room.description > 0 && call.description !== '' && (
        <p class="description text">{cutText(call.description, room.description)}</p>
      )}
      {player.density === 'full' && call.caller !== '' && (
        <p class="caller">
          <Icon name="caller" />
          <span class="spoken">{format.translate('ui.caller')}</span>
          <span class="text">{call.caller}</span>
        </p>
      )}
      {room.units > 0 && <UnitChips units={call.units} primary={call.primary} max={room.units} />}
      {room.notes > 0 && call.notes.length > 0 && (
        <ul class="notes" aria-label={format.translate('ui.notes')}>
          {call.notes.slice(-room.notes).map((note, index) => (
            <CallNote key={index} note={note} />
          ))}
        </ul>
      )}
      {card.news !== '' && <p class="news text">{card.news}</p>}
      <ResponseLine response={card.response} />
      {(card.isFocused || hasCursor) && !isOver && (
        <KeyHints actions={card.actions} target={card.id} isMine={isMine} isRouted={isRouted} />
      )}
    </CardFrame>
  );
}
