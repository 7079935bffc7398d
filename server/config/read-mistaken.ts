// Reads a config.json in which something is wrong, or that has comments: what is wrong is told with its place, and the rest used.

import { getNodeValue, type Node } from 'jsonc-parser';
import { toConsoleText } from '../../shared/text.ts';
import type { checkSettings } from './check-settings.ts';
import { describeMisfit, type Known, toGot, toLeaveOut, toMisfits } from './config-problem.ts';
import { isWithin, nodeAt, takeOut, takeOutTwins } from './json-tree.ts';
import type { LoadedConfig, Use } from './load.ts';
import { placeIn, readJson } from './read-json.ts';
import type { Config } from './schema.ts';

/** What there is to know of settings; this part of the server has no copy of its own. */
export interface Settings extends Known {
  readonly check: typeof checkSettings;
}

const FILE = 'config.json';
const ALL_DEFAULTS = 'All settings are at their defaults until this is mended.';
/** So many lines are read by somebody. */
const MAX_PROBLEMS = 30;

/** Something that is wrong, and where. */
interface Problem {
  readonly offset: number;
  /** One sentence or two; `used` are the settings that came of it all, or null when none of them is used. */
  readonly describe: (used: Config | null) => string;
}

/** Comments and trailing commas are allowed, and no mistakes. */
export function readMistaken(text: string, use: Use, settings: Settings): LoadedConfig {
  const { defaultConfig } = settings;
  const unusable = (mistake: string): LoadedConfig => ({
    config: defaultConfig,
    problems: [`${mistake}.${use === 'what-is-right' ? ` ${ALL_DEFAULTS}` : ''}`],
  });
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
  const config = readConfig(tree, problems, settings);
  return { config, problems: toLines(text, problems, use === 'what-is-right' ? config : null) };
}

/** Takes what is wrong out of the tree until the rest fits. */
function readConfig(tree: Node, problems: Problem[], settings: Settings): Config {
  for (;;) {
    const checked = settings.check(getNodeValue(tree));
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
      problems.push({
        offset: place.offset,
        describe: (used) => describeMisfit(misfit, node, used, settings),
      });
      gone.add(out);
    }
    if (gone.size === 0) return settings.defaultConfig;
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
