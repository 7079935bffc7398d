// Text components: what the game's text commands are filled with.

import { splitBytes } from '../../shared/text.ts';

/** The game takes this many bytes per component. */
const COMPONENT_BYTES = 99;
/** A label with this many places for components; `STRING` has only one. */
const LONG_LABEL = 'SONORANCAD_TEXT';
const PLACES = 5;
const LINE_BREAK = '~n~';

/** Registers the label for long text. Call once. */
export function registerLongLabel(): void {
  AddTextEntry(LONG_LABEL, '~a~'.repeat(PLACES));
}

/** Label to begin a text command with that is filled by `addLongText`. */
export const longLabel = LONG_LABEL;

/** Fills the only place of `STRING`; what is longer than a component is cut. */
export function addText(text: string): void {
  AddTextComponentSubstringPlayerName(splitBytes(text, COMPONENT_BYTES)[0] ?? '');
}

/** Fills the places of the long label with lines; what is longer is cut. A line break is never torn apart. */
export function addLongText(lines: readonly string[]): void {
  const parts = lines.flatMap((line, i) => {
    const [first = '', ...rest] = splitBytes(line, COMPONENT_BYTES - LINE_BREAK.length);
    return [i === 0 ? first : LINE_BREAK + first, ...rest];
  });
  for (const part of parts.slice(0, PLACES)) AddTextComponentSubstringPlayerName(part);
}
