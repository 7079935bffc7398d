// Finds what is wrong between locales and the code that uses them: missing, superfluous and unused texts, and values
// that are not filled in.

import { checkTexts } from '../../server/config/check-texts.ts';
import { EMERGENCY_NUMBER, namesIn, type Texts } from '../../shared/locale.ts';
import { ALERT_PARTS, ALERT_VALUES } from '../../shared/notify.ts';

/** A text by its name: `translate('blip.name', { number: 5 })`; `text` and `t` are understood too. */
const USE =
  /\b(?:translate|text|t)\(\s*(['"`])([a-z]+(?:\.[\w-]+)+)\1\s*(?:,\s*(?:(\{[^{}]*\})|([^)]*)))?\)/gi;
/** Any literal that reads like the name of a text. */
const LITERAL = /(['"`])([a-z]+(?:\.[\w-]+)+)\1/g;
/** The beginning of a name that the code puts together: `ui.status.${status}`. */
const BEGINNING = /`([a-z]+\.[\w.-]*)\$\{/g;

/** Texts whose names are put together by the code. */
const alertTexts = Object.keys(ALERT_VALUES).flatMap((kind) =>
  ALERT_PARTS.map((part) => `alert.${kind}.${part}`),
);

/**
 * One line per problem. `locales` are the texts by language, `en` the complete one; `sources` the code of client, page
 * and shared by path.
 */
export function checkLocales(
  locales: Readonly<Record<string, Texts>>,
  sources: Readonly<Record<string, string>>,
): string[] {
  const { en: english = {}, ...others } = locales;
  return [
    ...checkCode(english, sources),
    ...checkTexts(english, english).map((problem) => `en.json: ${problem}`),
    ...Object.entries(others).flatMap(([language, texts]) => checkTranslation(language, texts, english)),
  ];
}

function checkCode(english: Texts, sources: Readonly<Record<string, string>>): string[] {
  const used = new Set(alertTexts);
  const problems = alertTexts.filter((name) => english[name] === undefined).map(missing('shared/notify.ts'));
  for (const [path, code] of Object.entries(sources)) {
    for (const [, , name = ''] of code.matchAll(LITERAL)) used.add(name);
    for (const [, , name = '', object, other] of code.matchAll(USE)) {
      const text = english[name];
      if (text === undefined) problems.push(missing(path)(name));
      // What is not an object in its place cannot be followed.
      else if (other === undefined) problems.push(...unfilled(name, text, object ?? '', path));
    }
  }
  const beginnings = Object.values(sources).flatMap((code) =>
    [...code.matchAll(BEGINNING)].map(([, beginning = '']) => beginning),
  );
  const unused = Object.keys(english).filter(
    (name) => !used.has(name) && !beginnings.some((beginning) => name.startsWith(beginning)),
  );
  return [...problems, ...unused.map((name) => `en.json: "${name}" is used nowhere`)];
}

const missing = (path: string) => (name: string) => `en.json: "${name}" is missing, ${path} uses it`;

function unfilled(name: string, text: string, object: string, path: string): string[] {
  if (object.includes('...')) return [];
  const given = [...object.matchAll(/[{,]\s*(\w+)/g)].map(([, key]) => key);
  return namesIn(text)
    .filter((value) => value !== EMERGENCY_NUMBER && !given.includes(value))
    .map((value) => `${path}: "${name}" needs a value for {${value}}`);
}

function checkTranslation(language: string, texts: Texts, english: Texts): string[] {
  const file = `${language}.json`;
  return [
    ...checkTexts(texts, english).map((problem) => `${file}: ${problem}`),
    ...Object.entries(english).flatMap(([name, reference]) => {
      const text = texts[name];
      if (text === undefined) return [`${file}: "${name}" is missing: ${JSON.stringify(reference)}`];
      const left = namesIn(reference).filter(
        (value) => value !== EMERGENCY_NUMBER && !namesIn(text).includes(value),
      );
      return left.map((value) => `${file}: "${name}" leaves out {${value}}`);
    }),
  ];
}
