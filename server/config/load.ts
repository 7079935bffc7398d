// Reads config.json: what is wrong in it is reported and the default used instead; it never stops the resource.

import type { Result } from '../../shared/result.ts';
import { isObject } from '../push/envelope.ts';
import { checkSettings } from './check-settings.ts';
import { defaultConfig } from './default-config.ts';
import type * as MistakesPart from './mistakes-part.ts';
import { type Config, configSchema } from './schema.ts';

/** The settings to use, and one line per thing that was wrong. */
export interface LoadedConfig {
  readonly config: Config;
  readonly problems: readonly string[];
}

/** What becomes of a file in which something is wrong: what is right in it is used, or nothing of it. */
export type Use = 'what-is-right' | 'all-or-nothing';

/** Gives what is needed only for files in which something is wrong. */
export type LoadMistakes = () => Result<typeof MistakesPart, string>;

/** Blanks of JSON, and its texts as `$1`. */
const OUTSIDE_TEXTS = /("(?:[^"\\]|\\.)*")|\s+/g;

/** `text` is the content of config.json (comments and trailing commas allowed), or null when there is none. */
export function loadConfig(
  text: string | null,
  loadMistakes: LoadMistakes,
  use: Use = 'what-is-right',
): LoadedConfig {
  if (text === null || text.trim() === '') return { config: defaultConfig, problems: [] };
  const plain = readPlain(text);
  if (plain) return { config: plain, problems: [] };
  const part = loadMistakes();
  if (part.ok)
    return part.value.readMistaken(text, use, { check: checkSettings, configSchema, defaultConfig });
  const why = `config.json: only plain JSON without mistakes can be read, as ${part.error}.`;
  const instead = use === 'what-is-right' ? ' All settings are at their defaults until then.' : '';
  return { config: defaultConfig, problems: [why + instead] };
}

/**
 * The settings of a file in which nothing is wrong and that is plain JSON, without the tree that mistakes are found in. Null for
 * any other file; one that says something twice is another, too.
 */
function readPlain(text: string): Config | null {
  let said: unknown;
  try {
    said = JSON.parse(text);
    if (JSON.stringify(said) !== text.replace(OUTSIDE_TEXTS, '$1')) return null;
  } catch {
    return null; // Whether that is a mistake or a comment is seen by who reads the tree.
  }
  if (!isObject(said) || text.includes('\uFFFD')) return null;
  const checked = checkSettings(said);
  return checked.ok ? checked.value : null;
}
