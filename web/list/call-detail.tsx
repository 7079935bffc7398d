// The selected call opened up: everything that is known of it.

import type { ListView } from '../../shared/screen.ts';
import { cutText } from '../../shared/text.ts';
import { CallNote } from '../parts/call-note.tsx';
import { Icon } from '../parts/icon.tsx';
import { KeyHints } from '../parts/key-hints.tsx';
import { PlaceLine } from '../parts/place-line.tsx';
import { PriorityMark } from '../parts/priority-mark.tsx';
import { ResponseLine } from '../parts/response-line.tsx';
import { Tags } from '../parts/tags.tsx';
import { UnitChips } from '../parts/unit-chips.tsx';
import { numberOf, titleOf } from '../place.ts';
import { useScreen } from '../screen.ts';
import { NoteField } from './note-field.tsx';

const MAX_UNITS = 16;
const MAX_NOTES = 30;
const MAX_DESCRIPTION = 2000;

export function CallDetail({ detail }: { readonly detail: NonNullable<ListView['detail']> }) {
  const { format, now, act, hasCursor } = useScreen();
  const { translate } = format;
  const { call, isMine, isRouted } = detail;
  return (
    <div class="detail" data-level={detail.priority.level} data-key={call.key}>
      {hasCursor && (
        <button type="button" class="bare to-list" onClick={() => act('back')}>
          <Icon name="back" />
          {translate('ui.action.back')}
        </button>
      )}
      <header class="card-head">
        <PriorityMark priority={detail.priority} />
        <span class="number">{numberOf(call)}</span>
        {call.code !== '' && <span class="code isolate">{call.code}</span>}
        <Tags call={call} isMine={isMine}>
          <span class="fact">
            <Icon name="clock" />
            <span class="age">{format.age(now - call.openedAt)}</span>
          </span>
        </Tags>
      </header>
      <h3 class="title text">{titleOf(call, translate)}</h3>
      <PlaceLine call={call} isRouted={isRouted} />
      {call.caller !== '' && (
        <p class="caller">
          <Icon name="caller" />
          <span class="spoken">{translate('ui.caller')}</span>
          <span class="text">{call.caller}</span>
        </p>
      )}
      {call.description !== '' && (
        <p class="description text">{cutText(call.description, MAX_DESCRIPTION)}</p>
      )}
      <ResponseLine response={detail.response} />
      <KeyHints actions={detail.actions} target={call.key} isMine={isMine} isRouted={isRouted} />
      <h4>{translate('ui.units')}</h4>
      {call.units.length === 0 && <p class="empty">{translate('ui.units.none')}</p>}
      <UnitChips units={call.units} primary={call.primary} max={MAX_UNITS} />
      <h4>{translate('ui.notes')}</h4>
      {hasCursor && detail.note && <NoteField key={call.key} target={call.key} response={detail.note} />}
      <Notes notes={call.notes} />
    </div>
  );
}

/** The newest first: the older ones are what falls out of sight. */
function Notes({ notes }: { readonly notes: NonNullable<ListView['detail']>['call']['notes'] }) {
  const { translate, count } = useScreen().format;
  if (notes.length === 0) return <p class="empty">{translate('ui.notes.none')}</p>;
  const earlier = notes.length - MAX_NOTES;
  return (
    <ul class="notes">
      {notes
        .map((note, index) => <CallNote key={index} note={note} />)
        .slice(-MAX_NOTES)
        .reverse()}
      {earlier > 0 && <li class="empty">{translate('ui.notes.earlier', { count: count(earlier) })}</li>}
    </ul>
  );
}
