// The log of a call: notes in the order of their times, each once.

import type { Note } from '../../shared/call.ts';

const MAX_NOTES = 100;
const DAY = 24 * 60 * 60;

/** Adds notes to a log; those it holds already are left out. Returns the new log and what was added. */
export function addNotes(
  log: readonly Note[],
  notes: readonly Note[],
): { readonly log: readonly Note[]; readonly added: readonly Note[] } {
  let result: Note[] | null = null;
  const added: Note[] = [];
  for (const note of notes) {
    if (note.content === '' || (result ?? log).some((known) => isSame(known, note))) continue;
    result ??= [...log];
    result.splice(placeFor(result, note), 0, note);
    added.push(note);
  }
  return result ? { log: result.slice(-MAX_NOTES), added } : { log, added };
}

/**
 * Adds the notes of a whole list that a log lacks. Known ones are found by who wrote what: the times may be worded
 * otherwise in such a list (ISO 8601 instead of `HH:MM:SS`, another time zone).
 */
export function addMissingNotes(log: readonly Note[], list: readonly Note[]): readonly Note[] {
  const known = [...log];
  const missing = list.filter((note) => {
    const index = known.findIndex(({ label, content }) => label === note.label && content === note.content);
    if (index !== -1) known.splice(index, 1);
    return index === -1;
  });
  return addNotes(log, missing).log;
}

function isSame(a: Note, b: Note): boolean {
  return a.time === b.time && a.label === b.label && a.content === b.content;
}

/** After the last note that is not later. A note without a readable time goes to the end. */
function placeFor(log: readonly Note[], note: Note): number {
  const time = secondOfDay(note.time);
  if (time === null) return log.length;
  for (let index = log.length; index > 0; index -= 1) {
    const other = secondOfDay(log[index - 1]?.time ?? '');
    if (other === null || !isLater(other, time)) return index;
  }
  return 0;
}

/** `HH:MM:SS` or ISO 8601 as a second of the day, or null. */
function secondOfDay(time: string): number | null {
  const match = /(?:^|T)(\d{1,2}):(\d{2})(?::(\d{2}))?/.exec(time);
  if (!match) return null;
  return Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0);
}

/** Whether `a` is later than `b`, for times less than half a day apart: 00:05 is later than 23:55. */
function isLater(a: number, b: number): boolean {
  const ahead = (((a - b) % DAY) + DAY) % DAY;
  return ahead > 0 && ahead < DAY / 2;
}
