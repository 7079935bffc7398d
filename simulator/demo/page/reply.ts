// What the game port answered, as elements.

import type { Reply } from '../views.ts';
import { el } from './dom.ts';

/** `200`, or that nothing came back. */
export const replyText = (status: number | null) => (status === null ? 'No answer' : String(status));

/** Class name that says whether the answer is a good one. */
export const replyKind = (status: number | null) => (status !== null && status < 300 ? 'good' : 'bad');

/** Status, text and time of an answer. */
export function drawReply({ status, body, ms }: Pick<Reply, 'status' | 'body' | 'ms'>): Node[] {
  return [
    el('b', { class: `status ${replyKind(status)}` }, replyText(status)),
    el('code', {}, body),
    el('span', { class: 'muted' }, `${ms} ms`),
  ];
}
