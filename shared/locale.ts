// Texts shown to players: looked up by name in a locale, with a fallback per text and named values filled in.

import { ok, type Result, refuse } from './result.ts';

/** Texts by name, as in `locales/en.json`. */
export type Texts = Readonly<Record<string, string>>;

/** Values for the `{name}` places of a text. An absent value leaves nothing behind. */
export type TextValues = Readonly<Record<string, string | number | null | undefined>>;

/** Looks up a text and fills it in. */
export type Translate = (name: string, values?: TextValues) => string;

/** Texts of `locale`, those it lacks from `fallback`; a name that neither has is returned as it is. */
export function createTranslate(locale: Texts, fallback: Texts): Translate {
  return (name, values = {}) => fillText(locale[name] ?? fallback[name] ?? name, values);
}

/** Fills the `{name}` places in one pass: what a value contains is never looked at again. */
export function fillText(template: string, values: TextValues): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
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
