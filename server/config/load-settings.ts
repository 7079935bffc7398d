// The settings of the resource: config.json, and the texts in it held against the English ones.

import { parseTexts } from '../../shared/locale.ts';
import { toConsoleText } from '../../shared/text.ts';
import type { ResourceInfo } from '../ports.ts';
import { checkTexts } from './check-texts.ts';
import { type LoadedConfig, loadConfig } from './load.ts';

/** Reads both anew. */
export function loadSettings(resource: Pick<ResourceInfo, 'readFile'>): LoadedConfig {
  const { config, problems } = loadConfig(resource.readFile('config.json'));
  const english = parseTexts(resource.readFile('locales/en.json') ?? '{}');
  const wrongTexts = english.ok ? checkTexts(config.notify.texts, english.value) : [];
  return {
    config,
    problems: [
      ...problems,
      ...wrongTexts.map((problem) => `config.json: notify.texts: ${toConsoleText(problem)}.`),
    ],
  };
}
