// The texts of the player's language, with English for what is missing.

import { createTranslate, parseTexts, type Texts, type Translate } from '../shared/locale.ts';
import type { ResourceInfo } from './ports.ts';

const FALLBACK = 'en';

export interface LoadedTexts {
  readonly texts: Texts;
  readonly translate: Translate;
  /** BCP 47. */
  readonly language: string;
}

/** The language is the one that ox_lib resources follow too: the replicated convar `ox:locale`. */
export function loadTexts(resource: ResourceInfo): LoadedTexts {
  const wanted = resource.convar('ox:locale') || FALLBACK;
  const fallback = load(resource, FALLBACK);
  const own = wanted === FALLBACK ? fallback : load(resource, wanted);
  return {
    texts: { ...fallback, ...own },
    translate: createTranslate(own, fallback),
    language: Object.keys(own).length > 0 ? wanted : FALLBACK,
  };
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
