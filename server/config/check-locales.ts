// Checks the file of texts that players get: an owner may have edited or added one. English stands in for what is wrong.

import type { Texts } from '../../shared/locale.ts';
import { toConsoleText } from '../../shared/text.ts';
import { checkTexts } from './check-texts.ts';
import { toGot } from './config-problem.ts';
import { placeIn, readJson } from './read-json.ts';

const LANGUAGE = /^[a-z]{2,3}(?:-[a-z]{2,4})?$/;
const ENGLISH = 'en';
const MAX_PROBLEMS = 10;

/** `wanted` is the language as set or as found in `ox:locale`; `readFile` gives a file of the resource, or null. */
export function checkLocales(
  wanted: string,
  readFile: (path: string) => string | null,
  english: Texts,
): string[] {
  const given = wanted.trim().toLowerCase();
  const language = LANGUAGE.test(given) ? given : ENGLISH;
  const find = (name: string) => {
    const text = readFile(fileOf(name));
    return text === null ? [] : [{ file: fileOf(name), text }];
  };
  const found = [...new Set([language, language.split('-')[0] ?? ''])]
    .filter((name) => name !== ENGLISH)
    .flatMap(find);
  // English stands in wherever a text is missing.
  const problems = [...found, ...find(ENGLISH)].flatMap(({ file, text }) => checkFile(file, text, english));
  if (found.length > 0 || language.split('-')[0] === ENGLISH) return problems;
  return [`${fileOf(language)}: there is no such file. English is used. See docs/locales.md.`, ...problems];
}

const fileOf = (language: string) => `locales/${language}.json`;

function checkFile(file: string, text: string, english: Texts): string[] {
  const isEnglish = file === fileOf(ENGLISH);
  const read = readJson(file, text, true);
  const instead = isEnglish ? 'Texts are shown by their names' : 'English is used';
  if (!read.ok) return [`${read.error}. ${instead} until this is mended.`];
  if (read.value?.type !== 'object') {
    return [`${file}: expected one group { ... } of texts. ${instead} until this is mended.`];
  }
  const texts: Record<string, string> = {};
  for (const { offset, children } of read.value.children ?? []) {
    const [key, value] = children ?? [];
    if (!key || !value) continue;
    const name = toConsoleText(String(key.value));
    if (value.type !== 'string') {
      // The game takes such a file as a whole or not at all.
      return [
        `${placeIn(file, text, offset)}: "${name}": got ${toGot(value)}, expected a text. ${instead} until this is mended.`,
      ];
    }
    texts[String(key.value)] = value.value;
  }
  const wrong = isEnglish ? [] : checkTexts(texts, english);
  return wrong.slice(0, MAX_PROBLEMS).map((problem) => `${file}: ${toConsoleText(problem)}.`);
}
