// The texts of the player's language, with English for what is missing.

import { createTranslate, parseTexts, type Texts, type Translate } from '../shared/locale.ts';
import type { ResourceInfo } from './ports.ts';

const FALLBACK = 'en';

/** The language is the one that ox_lib resources follow too: the replicated convar `ox:locale`. */
export function loadTranslate(resource: ResourceInfo): Translate {
  const language = resource.convar('ox:locale') || FALLBACK;
  const fallback = load(resource, FALLBACK);
  return createTranslate(language === FALLBACK ? fallback : load(resource, language), fallback);
}

function load(resource: ResourceInfo, language: string): Texts {
  // The name comes from a convar: only what looks like a language may become part of a path.
  if (!/^[a-z]{2,3}(?:-[a-z]{2,4})?$/i.test(language)) return {};
  const json = resource.readFile(`locales/${language.toLowerCase()}.json`);
  if (json === null) return {};
  const texts = parseTexts(json);
  if (texts.ok) return texts.value;
  resource.warn(`locales/${language}.json cannot be used: ${texts.error}`);
  return {};
}
