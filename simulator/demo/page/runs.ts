// Styled pieces of text as elements.

import type { Run } from '../views.ts';
import { el } from './dom.ts';

/** One span per piece; plain pieces are bare text. */
export function drawRuns(runs: readonly Run[]): (Node | string)[] {
  return runs.map(({ text, colour, bold, italic }) => {
    if (!colour && !bold && !italic) return text;
    const span = el('span', { class: [bold && 'bold', italic && 'italic'].filter(Boolean).join(' ') }, text);
    if (colour) span.style.color = colour;
    return span;
  });
}
