// One open call on the board: number, stage, priority, title, place, attached units and notes.

import type { BoardCall } from '../views.ts';
import { createChangeMark } from './change-mark.ts';
import { el, setText } from './dom.ts';
import type { FindPlayer } from './find-player.ts';
import { createKeyedList, type Row } from './keyed-list.ts';

type Note = BoardCall['notes'][number];

const STAGES = { '911': '911', civil: 'Civil', dispatch: 'Dispatch' } as const;

/** An empty card; one of the first list is not marked as new. */
export function createCallRow(findPlayer: FindPlayer, isFirst: boolean): Row<BoardCall> {
  const number = el('b');
  const stage = el('span', { class: 'badge' });
  const title = el('span', { class: 'call-title' });
  const priority = el('span', { class: 'muted' });
  const place = el('p', { class: 'muted' });
  const units = el('ul', { class: 'call-units', 'aria-label': 'Attached units' });
  const notes = el('ol', { class: 'notes', 'aria-label': 'Notes' });
  const element = el(
    'li',
    { class: 'call' },
    el('div', { class: 'call-head' }, number, stage, priority),
    title,
    el('div', { class: 'call-where' }, place, units),
    notes,
  );
  const markChange = createChangeMark(element, isFirst);

  const showUnits = createKeyedList<BoardCall['units'][number]>({
    container: units,
    keyOf: ({ ident }) => ident,
    create() {
      const item = el('li', { class: 'call-unit' });
      return {
        element: item,
        show({ ident, unitNum, player }) {
          setText(item, unitNum || `#${ident}`);
          item.className = `call-unit ${findPlayer(player)?.tint ?? ''}`;
        },
      };
    },
  });
  const showNotes = createKeyedList<Note & { readonly index: number }>({
    container: notes,
    keyOf: ({ index, content }) => `${index} ${content}`,
    create: (note) => ({ element: drawNote(note), show: () => undefined }),
  });

  return {
    element,
    show(call) {
      setText(number, call.number === null ? call.key : `#${call.number}`);
      setText(stage, STAGES[call.stage]);
      stage.className = `badge stage-${call.stage}`;
      setText(priority, call.priority && `Priority ${call.priority}`);
      setText(title, [call.code, call.title].filter(Boolean).join(' '));
      const from = call.stage !== 'dispatch' && call.caller ? `${call.caller}, ` : '';
      setText(place, from + call.place);
      units.hidden = call.units.length === 0;
      showUnits(call.units);
      notes.hidden = call.notes.length === 0;
      showNotes(call.notes.map((note, index) => ({ ...note, index })));
      markChange(JSON.stringify(call));
    },
  };
}

function drawNote({ time, label, content }: Note): HTMLElement {
  return el('li', {}, el('time', {}, time), el('b', {}, label), el('span', {}, content));
}
