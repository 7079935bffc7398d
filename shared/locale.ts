// Texts shown to players: looked up by name in a locale, with a fallback per text and named values filled in.
//
// What stands between braces in a text is replaced, everything else is shown as it is:
//   {caller}                 the value, or nothing when there is none
//   {postal? in {postal}}    what follows the ?, when there is a postal
//   {caller!Unknown caller}  what follows the !, when there is no caller
// The last two may hold further {names}, but no part of their own kind. docs/locales.md tells translators the same.

import { ok, type Result, refuse } from './result.ts';

/** Texts by name, as in `locales/en.json`. */
export type Texts = Readonly<Record<string, string>>;

/** Values for the `{name}` places of a text. An absent or empty one counts as none. */
export type TextValues = Readonly<Record<string, string | number | null | undefined>>;

/** Looks up a text and fills it in. */
export type Translate = (name: string, values?: TextValues) => string;

/** Every text may name this value: the text `number.emergency`, which is 911, 112 or whatever is called there. */
export const EMERGENCY_NUMBER = 'emergencyNumber';

const PLACE = /\{(\w+)(?:([?!])((?:[^{}]|\{\w+\})*))?\}/g;

/** Texts of the first of `layers` that has them; a name that none has is returned as it is. */
export function createTranslate(...layers: readonly Texts[]): Translate {
  const find = (name: string) => layers.map((texts) => texts[name]).find((text) => typeof text === 'string');
  return (name, values) => {
    const text = find(name);
    if (text === undefined || !text.includes('{')) return text ?? name;
    return fillText(text, { [EMERGENCY_NUMBER]: find('number.emergency'), ...values });
  };
}

/** Fills the places of a text in one pass: what a value contains is never looked at again. */
export function fillText(template: string, values: TextValues): string {
  return template.replace(PLACE, (_, name: string, sign: string | undefined, part: string | undefined) => {
    const value = toText(values[name]);
    if (part === undefined) return value;
    return (value !== '') === (sign === '?') ? fillText(part, values) : '';
  });
}

/** A name such as `constructor` finds what every object has. */
const toText = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

/** The names of the values that a text asks for, each once. */
export function namesIn(template: string): string[] {
  const names = [...template.matchAll(PLACE)].flatMap(([, name = '', , part = '']) => [
    name,
    ...namesIn(part),
  ]);
  return [...new Set(names)];
}

/** Reads a locale file: a JSON object of strings. The refusal says what is wrong with it. */
export function parseTexts(json: string): Result<Texts, string> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    return refuse('expected a JSON object');
  const wrong = Object.entries(parsed).find(([, text]) => typeof text !== 'string');
  if (wrong) return refuse(`expected a text for "${wrong[0]}"`);
  return ok(parsed as Texts);
}
