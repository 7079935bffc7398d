// One dispatch call on the desk: its units, which can be sent and called back, its priority, a note, its end.

import type { Hand } from '../hands.ts';
import type { DeskCall, DeskUnit } from '../views.ts';
import { el, setText } from './dom.ts';
import { createKeyedList, type Row } from './keyed-list.ts';

const PRIORITIES = ['1', '2', '3'];

/** `sendable` gives the units that can be sent. */
export function createDeskCallRow(
  act: (hand: Hand) => void,
  sendable: () => readonly DeskUnit[],
): Row<DeskCall> {
  let callId = 0;
  let idents: readonly number[] = [];
  const number = el('b');
  const priority = el('select', { title: 'Priority' });
  const close = el('button', { type: 'button', class: 'quiet' }, 'Close');
  const about = el('p', { class: 'desk-about' });
  const units = el('ul', { class: 'call-units', 'aria-label': 'Units' });
  const noteText = el('input', { type: 'text', placeholder: 'Note', autocomplete: 'off', maxlength: '500' });
  const note = el('form', { class: 'desk-note' }, noteText);
  priority.append(...PRIORITIES.map((value) => el('option', { value }, `Priority ${value}`)));

  close.addEventListener('click', () => act({ act: 'close', call: callId }));
  priority.addEventListener('change', () =>
    act({ act: 'priority', call: callId, priority: Number(priority.value) }),
  );
  note.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = noteText.value.trim();
    if (text !== '') act({ act: 'note', call: callId, text });
    noteText.value = '';
  });

  const showUnits = createKeyedList<DeskUnit>({
    container: units,
    keyOf: ({ ident }) => ident,
    create() {
      let ident = 0;
      const button = el('button', { type: 'button', class: 'desk-send' });
      button.addEventListener('click', () =>
        act({ act: 'attach', call: callId, unit: ident, isOn: !idents.includes(ident) }),
      );
      return {
        element: el('li', {}, button),
        show(unit) {
          ident = unit.ident;
          const isSent = idents.includes(ident);
          setText(button, unit.unitNum || `#${ident}`);
          button.setAttribute('aria-pressed', String(isSent));
          button.title = isSent ? `Detaches it from #${callId}` : `Attaches it to #${callId}`;
        },
      };
    },
  });

  const head = el('div', { class: 'desk-head' }, number, priority, close);
  return {
    element: el('li', { class: 'desk-call' }, head, about, el('div', { class: 'desk-foot' }, units, note)),
    show(call) {
      ({ callId, idents } = call);
      setText(number, `#${callId}`);
      setText(about, [call.title, call.place].filter(Boolean).join(', '));
      if (document.activeElement !== priority) priority.value = call.priority;
      priority.setAttribute('aria-label', `Priority of #${callId}`);
      close.setAttribute('aria-label', `Close #${callId}`);
      noteText.setAttribute('aria-label', `Note to #${callId}`);
      showUnits(sendable());
    },
  };
}
