// Reads config.json: what is wrong in it is reported and the default used instead; it never stops the resource.

import { getNodeValue, type Node } from 'jsonc-parser';
import { toConsoleText } from '../../shared/text.ts';
import { isObject } from '../push/envelope.ts';
import { checkSettings } from './check-settings.ts';
import { describeMisfit, toGot, toLeaveOut, toMisfits } from './config-problem.ts';
import { defaultConfig } from './default-config.ts';
import { isWithin, nodeAt, takeOut, takeOutTwins } from './json-tree.ts';
import { placeIn, readJson } from './read-json.ts';
import type { Config } from './schema.ts';

/** The settings to use, and one line per thing that was wrong. */
export interface LoadedConfig {
  readonly config: Config;
  readonly problems: readonly string[];
}

/** What becomes of a file in which something is wrong: what is right in it is used, or nothing of it. */
export type Use = 'what-is-right' | 'all-or-nothing';

const FILE = 'config.json';
const ALL_DEFAULTS = 'All settings are at their defaults until this is mended.';
/** So many lines are read by somebody. */
const MAX_PROBLEMS = 30;

/** Blanks of JSON, and its texts as `$1`. */
const OUTSIDE_TEXTS = /("(?:[^"\\]|\\.)*")|\s+/g;

/** Something that is wrong, and where. */
interface Problem {
  readonly offset: number;
  /** One sentence or two; `used` are the settings that came of it all, or null when none of them is used. */
  readonly describe: (used: Config | null) => string;
}

/** `text` is the content of config.json (comments and trailing commas allowed), or null when there is none. */
export function loadConfig(text: string | null, use: Use = 'what-is-right'): LoadedConfig {
  const unusable = (mistake: string): LoadedConfig => ({
    config: defaultConfig,
    problems: [`${mistake}.${use === 'what-is-right' ? ` ${ALL_DEFAULTS}` : ''}`],
  });
  if (text === null || text.trim() === '') return { config: defaultConfig, problems: [] };
  const plain = readPlain(text);
  if (plain) return { config: plain, problems: [] };
  const read = readJson(FILE, text);
  if (!read.ok) return unusable(read.error);
  const tree = read.value;
  if (!tree) return { config: defaultConfig, problems: [] };
  if (tree.type !== 'object') {
    return unusable(
      `${placeIn(FILE, text, tree.offset)}: got ${toGot(tree)}, expected one group { ... } around all settings`,
    );
  }
  const problems: Problem[] = takeOutTwins(tree).map(({ name, offset }) => ({
    offset,
    describe: (used) =>
      `"${toConsoleText(name)}" stands twice${used ? '; this one, the last, is used' : ''}.`,
  }));
  const lost = text.replace(/^\uFEFF/, '').indexOf('\uFFFD');
  if (lost >= 0) {
    const what = 'got a letter that is not UTF-8, such as an ä or é: save the file with the encoding UTF-8.';
    problems.push({ offset: lost, describe: () => what });
  }
  const config = readConfig(tree, problems);
  return { config, problems: toLines(text, problems, use === 'what-is-right' ? config : null) };
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

/** Takes what is wrong out of the tree until the rest fits. */
function readConfig(tree: Node, problems: Problem[]): Config {
  for (;;) {
    const checked = checkSettings(getNodeValue(tree));
    if (checked.ok) return checked.value;
    // All are found before any of them goes: then the numbers in lists would be others.
    const found = checked.error.flatMap(toMisfits).map((misfit) => ({
      misfit,
      node: nodeAt(tree, misfit.path),
      out: presentPart(tree, toLeaveOut(misfit.path)),
    }));
    const gone = new Set<Node>();
    for (const { misfit, node, out } of found) {
      if (!out || isWithin(gone, out)) continue;
      const place = (misfit.isUnknown ? node?.parent : node) ?? out;
      problems.push({ offset: place.offset, describe: (used) => describeMisfit(misfit, node, used) });
      gone.add(out);
    }
    if (gone.size === 0) return defaultConfig;
    for (const node of gone) takeOut(node);
  }
}

/** What is missing cannot be taken out: then what it is missing from is. */
function presentPart(tree: Node, path: ReturnType<typeof toLeaveOut>): Node | undefined {
  if (path.length === 0) return undefined;
  return nodeAt(tree, path) ?? presentPart(tree, path.slice(0, -1));
}

function toLines(text: string, problems: readonly Problem[], used: Config | null): string[] {
  const lines = problems
    .toSorted((a, b) => a.offset - b.offset)
    .map((problem) => `${placeIn(FILE, text, problem.offset)}: ${problem.describe(used)}`);
  if (lines.length <= MAX_PROBLEMS) return lines;
  return [...lines.slice(0, MAX_PROBLEMS), `${FILE}: and ${lines.length - MAX_PROBLEMS} mistakes more.`];
}
