// Checks the file of texts that players get: an owner may have edited or added one. English stands in for what is wrong.

import { parseTexts, type Texts } from '../../shared/locale.ts';
import { type Result, refuse } from '../../shared/result.ts';
import { toConsoleText } from '../../shared/text.ts';
import { checkTexts } from './check-texts.ts';
import type { LoadMistakes } from './load.ts';

const LANGUAGE = /^[a-z]{2,3}(?:-[a-z]{2,4})?$/;
const ENGLISH = 'en';
const MAX_PROBLEMS = 10;

/** `wanted` is the language as set or as found in `ox:locale`; `readFile` gives a file of the resource, or null. */
export function checkLocales(
  wanted: string,
  readFile: (path: string) => string | null,
  english: Texts,
  loadMistakes: LoadMistakes,
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
  const problems = [...found, ...find(ENGLISH)].flatMap(({ file, text }) =>
    checkFile(file, text, english, loadMistakes),
  );
  if (found.length > 0 || language.split('-')[0] === ENGLISH) return problems;
  return [`${fileOf(language)}: there is no such file. English is used. See docs/locales.md.`, ...problems];
}

const fileOf = (language: string) => `locales/${language}.json`;

function checkFile(file: string, text: string, english: Texts, loadMistakes: LoadMistakes): string[] {
  const isEnglish = file === fileOf(ENGLISH);
  const read = readTexts(file, text, loadMistakes);
  const instead = isEnglish ? 'Texts are shown by their names' : 'English is used';
  if (!read.ok) return [`${read.error}. ${instead} until this is mended.`];
  const wrong = isEnglish ? [] : checkTexts(read.value, english);
  return wrong.slice(0, MAX_PROBLEMS).map((problem) => `${file}: ${toConsoleText(problem)}.`);
}

function readTexts(file: string, text: string, loadMistakes: LoadMistakes): Result<Texts, string> {
  const plain = parseTexts(text);
  if (plain.ok) return plain;
  const part = loadMistakes();
  return part.ok ? part.value.readTexts(file, text) : refuse(`${file}: it has a mistake, and ${part.error}`);
}
