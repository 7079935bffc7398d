// The settings of the resource: config.json and the texts in it; and what is wrong besides, in server.cfg and locales/.

import { parseTexts } from '../../shared/locale.ts';
import { toConsoleText } from '../../shared/text.ts';
import { hideKeys } from '../http/api-keys.ts';
import type { Convars, ResourceInfo } from '../ports.ts';
import { checkConvars } from './check-convars.ts';
import { checkLocales } from './check-locales.ts';
import { checkTexts } from './check-texts.ts';
import { type LoadedConfig, type LoadMistakes, loadConfig, type Use } from './load.ts';

export interface LoadedSettings extends LoadedConfig {
  /** What is wrong in other files, one line each. */
  readonly warnings: readonly string[];
}

const FILE = 'config.json';
const ENGLISH = 'locales/en.json';
/** How the file is called by accident: Windows does not show the endings of files, and Linux tells capitals apart. */
const MISNAMED = ['config.json.txt', 'config.json.json', 'config.txt', 'config.jsonc', 'Config.json'];

/** Reads everything anew. */
export function loadSettings(
  resource: Pick<ResourceInfo, 'name' | 'readFile'>,
  convars: Pick<Convars, 'get'>,
  loadMistakes: LoadMistakes,
  use: Use = 'what-is-right',
): LoadedSettings {
  const text = resource.readFile(FILE);
  const { config, problems } = loadConfig(text, loadMistakes, use);
  const hidden = (lines: readonly string[]) =>
    hideKeys(lines, [convars.get('sonoran_apiKey'), convars.get('sonoran_apiKeyPrevious')]);
  const english = parseTexts(resource.readFile(ENGLISH) ?? '{}');
  const texts = english.ok ? english.value : {};
  const { language } = config.notify;
  const wrongTexts = english.ok ? checkTexts(config.notify.texts, texts) : [];
  return {
    config,
    problems: hidden([
      ...problems,
      ...wrongTexts.map((problem) => `${FILE}: notify.texts: ${toConsoleText(problem)}.`),
    ]),
    warnings: hidden([
      ...(text === null ? findMisnamed(resource.readFile) : []),
      ...checkConvars(convars.get, resource.name),
      ...checkLocales(
        language === 'auto' ? convars.get('ox:locale') : language,
        resource.readFile,
        texts,
        loadMistakes,
      ),
    ]),
  };
}

function findMisnamed(readFile: (path: string) => string | null): string[] {
  const found = MISNAMED.find((name) => readFile(name) !== null);
  if (found === undefined) return [];
  return [
    `${FILE}: there is only a file called ${found}, which is not read: rename it. All settings are at their defaults.`,
  ];
}
