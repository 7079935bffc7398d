// Reads what an event says, in whichever of its shapes it comes.
import type { CallNote } from '../types.ts';

export type Fields = Readonly<Record<string, unknown>>;

export interface ToldEvent {
  readonly type: string;
  /** One object, or as many as the event lists. */
  readonly data: readonly Fields[];
}

/** The event in a text; null when it is none. */
export function readEvent(text: string): ToldEvent | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const [{ type, data } = {} as Fields] = objectsOf(value);
  return typeof type === 'string' ? { type, data: objectsOf(data) } : null;
}

/** The objects in a value that is one, or a list of them. */
export function objectsOf(value: unknown): readonly Fields[] {
  return [value]
    .flat()
    .filter((one): one is Fields => typeof one === 'object' && one !== null && !Array.isArray(one));
}

/** The whole numbers in a value that is one, or lists them; texts of digits count. */
export function numbersOf(value: unknown): readonly number[] {
  return [value]
    .flat(2)
    .filter((one) => typeof one === 'number' || (typeof one === 'string' && /^-?\d+$/.test(one)))
    .map(Number)
    .filter(Number.isInteger);
}

/** A text, or the empty one. */
export const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** A note, which older events carry as a bare text. Events tell the time of day only: it is taken for today's. */
export function noteOf(value: unknown, now: string): CallNote {
  const [{ time, label, type, content } = {} as Fields] = objectsOf(value);
  const told = textOf(time);
  return {
    time: /^\d\d:\d\d:\d\d$/.test(told) ? `${now.slice(0, 11)}${told}Z` : told || now,
    label: textOf(label),
    type: textOf(type) || 'text',
    content: textOf(content) || textOf(value),
  };
}
