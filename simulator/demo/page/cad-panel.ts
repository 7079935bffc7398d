// The simulated CAD: the big buttons, the desk, the event that was sent last, and what the server answered.

import type { Action } from '../messages.ts';
import type { CadView, PlayerView, Reply } from '../views.ts';
import { createDesk } from './desk.ts';
import { byId, setText } from './dom.ts';
import { checkEvent } from './event-check.ts';
import { drawReply } from './reply.ts';
import { bindTabs } from './tabs.ts';

export interface CadPanel {
  show(cad: CadView, players: readonly PlayerView[]): void;
  /** Puts an event into an untouched editor. */
  prefill(text: string): void;
  showReply(reply: Reply): void;
}

/** Binds the CAD panel of the page. */
export function createCadPanel(send: (action: Action) => void): CadPanel {
  const call = byId('call', HTMLButtonElement);
  const remove = byId('remove', HTMLButtonElement);
  const next = byId('next', HTMLElement);
  const api = byId('api', HTMLButtonElement);
  const form = byId('editor', HTMLFormElement);
  const editor = byId('editor-text', HTMLTextAreaElement);
  const check = byId('editor-check', HTMLElement);
  const result = byId('reply', HTMLElement);

  const desk = createDesk((hand) => send({ type: 'desk', hand }));

  function checkEditor(): void {
    const { isValid, text } = checkEvent(editor.value);
    setText(check, text);
    check.classList.toggle('bad', !isValid);
    editor.setAttribute('aria-invalid', String(!isValid));
  }

  function setEditor(text: string): void {
    editor.value = text;
    editor.scrollTop = 0;
    editor.scrollLeft = 0;
    checkEditor();
  }

  bindTabs(byId('cad-tabs', HTMLElement));
  api.addEventListener('click', () =>
    send({ type: 'api', isUp: api.getAttribute('aria-checked') === 'false' }),
  );
  call.addEventListener('click', () => send({ type: 'call911' }));
  remove.addEventListener('click', () => send({ type: 'remove911' }));
  editor.addEventListener('input', checkEditor);
  editor.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send({ type: 'post', body: editor.value });
  });

  return {
    show(cad, players) {
      const { caller, place } = cad.next;
      setText(next, `Next: ${caller}, ${place}`);
      setText(api, cad.isApiUp ? 'API answers' : 'API is down');
      api.setAttribute('aria-checked', String(cad.isApiUp));
      api.classList.toggle('on', cad.isApiUp);
      api.classList.toggle('off', !cad.isApiUp);
      const newest = cad.emergencies[0]?.callId;
      remove.disabled = newest === undefined;
      remove.title = newest === undefined ? 'No 911 call is open' : `Removes the newest: #${newest}`;
      desk.show(cad, players);
    },
    prefill(text) {
      if (editor.value === '') setEditor(text);
    },
    showReply(reply) {
      if (editor.value !== reply.sent) setEditor(reply.sent);
      result.replaceChildren(...drawReply(reply));
    },
  };
}
