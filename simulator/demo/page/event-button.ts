// A recorded event that can be sent: a button with what was answered to it last.

import type { Reply } from '../views.ts';
import { el, setText } from './dom.ts';
import { replyKind, replyText } from './reply.ts';

export interface EventButton {
  readonly element: HTMLElement;
  /** Null takes the answer away. */
  showReply(reply: Pick<Reply, 'status' | 'body'> | null): void;
}

/** A button without an answer. */
export function createEventButton(options: {
  readonly name: string;
  readonly title: string;
  readonly send: (name: string) => void;
}): EventButton {
  const { name, title, send } = options;
  const status = el('span', { class: 'status' });
  const hint = `Sends ${name}, and nothing else`;
  const element = el('button', { type: 'button', title: hint }, el('span', {}, title), status);
  element.addEventListener('click', () => send(name));
  return {
    element,
    showReply(reply) {
      setText(status, reply === null ? '' : replyText(reply.status));
      status.className = `status ${reply === null ? '' : replyKind(reply.status)}`;
    },
  };
}
