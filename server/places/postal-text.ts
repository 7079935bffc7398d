// Finds the postal in an address as people and game scripts write it: `[8112] Sinner St`, `Sinner St, postal 8112`.

/** Shorter codes count only when they are marked as postals: unmarked they are house numbers. */
const MIN_UNMARKED = 3;

/** A word or number; `2000-A` is one. */
const WORD = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu;
/** Parts an address: all punctuation but what belongs to words, as in "St. Mary's #3". */
const PARTING = /[^\s#.'’]/u;

const MARKERS = new Set('postal postals postcode zip zipcode plz cp'.split(' '));
/** May stand between a marker and its code: `postal code no. 8112`. */
const FILLERS = new Set('code is no nr number'.split(' '));
/** The number behind one of these is no postal. */
const OTHER_NUMBERS = new Set(
  (
    'apartment apt bay block box building bldg bus channel ch dock exit floor flat gate hangar highway house hwy ' +
    'interstate km level line lot mile no nr number pier platform room route rt rte sector ste suite unit zone'
  ).split(' '),
);

interface Word {
  readonly text: string;
  /** What stands between it and its neighbours. */
  readonly before: string;
  readonly after: string;
}

/**
 * The postal in `address`, or null. Only codes that `isPostal` knows count, in this order: in brackets; behind a word
 * like "postal"; alone in its part of the address; first or last in the address. Of several the first. Numbers that
 * belong to a time, a decimal or something like "Apt 304" are none. Takes linear time.
 */
export function findPostal(address: string, isPostal: (code: string) => boolean): string | null {
  const words = splitWords(address);
  let best: string | null = null;
  let bestStrength = 0;
  for (const at of words.keys()) {
    const strength = strengthOf(words, at);
    const code = textAt(words, at);
    if (strength <= bestStrength || !isPostal(code)) continue;
    best = code;
    bestStrength = strength;
  }
  return best;
}

function splitWords(address: string): Word[] {
  const matches = [...address.matchAll(WORD)];
  return matches.map(({ 0: text, index }, at) => {
    const last = matches[at - 1];
    const from = last ? last.index + last[0].length : 0;
    const end = index + text.length;
    return {
      text: text.toLowerCase(),
      before: address.slice(from, index),
      after: address.slice(end, matches[at + 1]?.index),
    };
  });
}

/** How much speaks for a word being meant as a postal; 0: nothing does. */
function strengthOf(words: readonly Word[], at: number): number {
  const { text, before, after } = words[at] ?? NONE;
  if (/[[({]#?$/.test(squeeze(before)) && /^[\])}]/.test(squeeze(after))) return 4;
  if (isMarked(words, at)) return 3;
  if (text.length < MIN_UNMARKED || !/\d/.test(text) || before.endsWith('#')) return 0;
  if (isInNumber(words, at) || OTHER_NUMBERS.has(textAt(words, at - 1))) return 0;
  const isFirst = at === 0;
  const isLast = at === words.length - 1;
  if ((isFirst || PARTING.test(before)) && (isLast || PARTING.test(after))) return 2;
  return isFirst || isLast ? 1 : 0;
}

/** Whether the word is the code in "postal 8112", "postal code: 8112", "postal code is 8112". */
function isMarked(words: readonly Word[], at: number): boolean {
  let marker = at - 1;
  if (FILLERS.has(textAt(words, marker))) marker -= 1;
  if (FILLERS.has(textAt(words, marker))) marker -= 1;
  return MARKERS.has(textAt(words, marker));
}

/** Whether the word is a piece of 10:42, 425.13 or 1,042. */
function isInNumber(words: readonly Word[], at: number): boolean {
  const { before, after } = words[at] ?? NONE;
  const isPiece = (gap: string, neighbour: string) => /^[.,:]$/.test(gap) && /^\d+$/.test(neighbour);
  return isPiece(before, textAt(words, at - 1)) || isPiece(after, textAt(words, at + 1));
}

const NONE: Word = { text: '', before: '', after: '' };
const textAt = (words: readonly Word[], at: number) => words[at]?.text ?? '';
const squeeze = (gap: string) => gap.replace(/\s+/g, '');
