// One 911 call on the desk: who calls from where, and the dispatch call that can be made of it.

import type { Hand } from '../hands.ts';
import type { DeskEmergency } from '../views.ts';
import { el, setText } from './dom.ts';
import type { Row } from './keyed-list.ts';

export function createDeskEmergencyRow(act: (hand: Hand) => void): Row<DeskEmergency> {
  let callId = 0;
  const number = el('b');
  const stage = el('span', { class: 'badge' });
  const about = el('p', { class: 'desk-about' });
  const dispatch = el('button', { type: 'button' }, 'Dispatch');
  const remove = el('button', { type: 'button', class: 'quiet' }, 'Remove');
  dispatch.addEventListener('click', () => act({ act: 'dispatch', call: callId }));
  remove.addEventListener('click', () => act({ act: 'remove', call: callId }));
  const head = el('div', { class: 'desk-head' }, number, stage, dispatch, remove);
  return {
    element: el('li', { class: 'desk-call' }, head, about),
    show(call) {
      callId = call.callId;
      setText(number, `#${callId}`);
      setText(stage, call.isEmergency ? '911' : 'Civil');
      stage.className = `badge stage-${call.isEmergency ? '911' : 'civil'}`;
      setText(about, [call.caller, call.place].filter(Boolean).join(', '));
      about.title = call.description;
      dispatch.setAttribute('aria-label', `Dispatch #${callId}`);
      remove.setAttribute('aria-label', `Remove #${callId}`);
    },
  };
}
