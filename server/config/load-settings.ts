// The settings of the resource: config.json and the texts in it; and what is wrong besides, in server.cfg and locales/.

import { parseTexts } from '../../shared/locale.ts';
import { toConsoleText } from '../../shared/text.ts';
import type { Convars, ResourceInfo } from '../ports.ts';
import { checkConvars } from './check-convars.ts';
import { checkLocales } from './check-locales.ts';
import { checkTexts } from './check-texts.ts';
import { type LoadedConfig, loadConfig, type Use } from './load.ts';

export interface LoadedSettings extends LoadedConfig {
  /** What is wrong in other files, one line each. */
  readonly warnings: readonly string[];
}

const ENGLISH = 'locales/en.json';

/** Reads everything anew. */
export function loadSettings(
  resource: Pick<ResourceInfo, 'name' | 'readFile'>,
  convars: Pick<Convars, 'get'>,
  use: Use = 'what-is-right',
): LoadedSettings {
  const { config, problems } = loadConfig(resource.readFile('config.json'), use);
  const english = parseTexts(resource.readFile(ENGLISH) ?? '{}');
  const texts = english.ok ? english.value : {};
  const { language } = config.notify;
  const wrongTexts = english.ok ? checkTexts(config.notify.texts, texts) : [];
  return {
    config,
    problems: [
      ...problems,
      ...wrongTexts.map((problem) => `config.json: notify.texts: ${toConsoleText(problem)}.`),
    ],
    warnings: [
      ...checkConvars(convars.get, resource.name),
      ...checkLocales(language === 'auto' ? convars.get('ox:locale') : language, resource.readFile, texts),
    ],
  };
}
