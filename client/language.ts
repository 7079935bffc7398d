// The texts of the player's language, with English for what is missing and the owner's own before all others.

import { createTranslate, parseTexts, type Texts, type Translate } from '../shared/locale.ts';
import { AUTO, type NotifySettings } from '../shared/notify.ts';
import type { ResourceInfo } from './ports.ts';

const FALLBACK = 'en';
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z]{2,4})?$/;

export interface Language {
  readonly translate: Translate;
  /** BCP 47, for numbers and times. */
  name(): string;
  /** The texts that the page needs; the same object as long as they are the same. */
  pageTexts(): Texts;
}

/**
 * The language is the one that the owner set, else the one that ox_lib resources follow too: the replicated convar
 * `ox:locale`. `choice` is null until the server has sent it; another choice is another object.
 */
export function createLanguage(
  resource: ResourceInfo,
  choice: () => Pick<NotifySettings, 'language' | 'texts'> | null,
): Language {
  const loaded = new Map<string, Texts>();
  let ready: {
    readonly of: unknown;
    readonly name: string;
    readonly layers: readonly Texts[];
    readonly page: Texts;
  } | null = null;

  function textsOf(language: string): Texts {
    const texts = loaded.get(language) ?? load(resource, language);
    loaded.set(language, texts);
    return texts;
  }

  /** `de-at` takes from `de` what it lacks. */
  function prepare() {
    const chosen = choice();
    if (ready && ready.of === chosen) return ready;
    const wanted = chosen && chosen.language !== AUTO ? chosen.language : resource.convar('ox:locale');
    // It may come from a convar: only what looks like a language may become part of a path.
    const language = LANGUAGE.test(wanted.toLowerCase()) ? wanted.toLowerCase() : FALLBACK;
    const names = [...new Set([language, language.split('-')[0] ?? '', FALLBACK])];
    const name = names.find((one) => Object.keys(textsOf(one)).length > 0) ?? FALLBACK;
    const layers = [chosen?.texts ?? {}, ...names.map(textsOf)];
    ready = { of: chosen, name, layers, page: forPage(layers) };
    return ready;
  }

  return {
    name: () => prepare().name,
    translate: (text, values) => createTranslate(...prepare().layers)(text, values),
    pageTexts: () => prepare().page,
  };
}

/** The first of `layers` counts. Texts of the page may name the emergency number. */
function forPage(layers: readonly Texts[]): Texts {
  const all: Texts = Object.assign({}, ...[...layers].reverse());
  const isForPage = (name: string) => name.startsWith('ui.') || name === 'number.emergency';
  return Object.fromEntries(Object.entries(all).filter(([name]) => isForPage(name)));
}

function load(resource: ResourceInfo, language: string): Texts {
  const json = resource.readFile(`locales/${language}.json`);
  if (json === null) return {};
  const texts = parseTexts(json);
  if (texts.ok) return texts.value;
  resource.warn(`locales/${language}.json cannot be used: ${texts.error}`);
  return {};
}
