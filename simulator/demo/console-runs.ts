// Parts a console line by the colour codes of FXServer, `^0` to `^9`.

import type { Run } from './views.ts';

/** Colours that read well on a dark ground. `^7` and `^0` are the usual text colour. */
const COLOURS: Readonly<Record<string, string>> = {
  1: '#f2777a',
  2: '#7ccf8f',
  3: '#ecc76a',
  4: '#7fb2f5',
  5: '#69cfd3',
  6: '#c79bf0',
  8: '#e2655f',
  9: '#9fb4ff',
};

/** `text` in pieces of one colour; the codes themselves are not part of them. */
export function toConsoleRuns(text: string): Run[] {
  const [plain = '', ...coloured] = text.split(/\^(?=[0-9])/);
  return [
    { text: plain },
    ...coloured.map((part) => {
      const colour = COLOURS[part.slice(0, 1)];
      return { text: part.slice(1), ...(colour && { colour }) };
    }),
  ].filter((run) => run.text !== '');
}
