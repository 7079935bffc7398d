// One sentence for each thing that is wrong in config.json: what was got, what was expected, what is used instead.

import { getNodeValue, type Node } from 'jsonc-parser';
import { toConsoleText } from '../../shared/text.ts';
import type * as z from '../zod.ts';
import { nearest } from './nearest.ts';
import type { Config } from './schema.ts';
import { allNames, expectedAt, namesAt, type Path, toName } from './settings-map.ts';
import { whereElse } from './where-else.ts';

/** The settings there are, and what they are when nothing is said. */
export interface Known {
  readonly configSchema: () => z.core.$ZodType;
  readonly defaultConfig: Config;
}

/** A part of the settings that does not fit, and which one. */
export interface Misfit {
  readonly path: Path;
  /** There is no such setting. */
  readonly isUnknown: boolean;
  /** What was expected, where the schema has words of its own for it. */
  readonly expected: string | null;
}

/** Web addresses there may hold passwords. */
const SECRET = /^(?:forward|pushEventForwardUrl)\b/;
const SHOWN = 60;
const OWN_WORDS = 'expected ';

/** An issue that is about the whole file is about no part of it. */
export function toMisfits(issue: z.core.$ZodIssue): Misfit[] {
  const meant = meantOption(issue);
  if (meant) {
    return meant.flatMap((inner) => toMisfits({ ...inner, path: [...issue.path, ...inner.path] }));
  }
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key], isUnknown: true, expected: null }));
  }
  if (path.length === 0) return [];
  const expected = issue.message.startsWith(OWN_WORDS) ? issue.message.slice(OWN_WORDS.length) : null;
  return [{ path, isUnknown: issue.code === 'invalid_key', expected }];
}

/** What is wrong with the one of several shapes that was meant: the only one of that kind. Null when none is, or several. */
function meantOption(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] | null {
  if (issue.code !== 'invalid_union') return null;
  const isInside = ({ path, code }: z.core.$ZodIssue) => path.length > 0 || code === 'unrecognized_keys';
  const [only, ...others] = issue.errors.filter((issues) => issues.every(isInside));
  return only && others.length === 0 ? only : null;
}

/** A rule that lost a condition would be another rule: of a list, whole entries are left out. */
export function toLeaveOut(path: Path): Path {
  const inList = path.findIndex((part) => typeof part === 'number');
  return inList < 0 ? path : path.slice(0, inList + 1);
}

/**
 * `node` is what stands at the path, if anything does; `used` are the settings that came of it all, or null when none of
 * them is used.
 */
export function describeMisfit(
  { path, isUnknown, expected }: Misfit,
  node: Node | undefined,
  used: Config | null,
  known: Known,
): string {
  const schema = known.configSchema();
  const name = nameOf(path);
  const instead = (otherwise: (used: Config) => string) =>
    used ? ` ${insteadOf(path, otherwise(used))}.` : '';
  if (isUnknown) return `there is no setting "${name}"${hint(path, schema)}${instead(() => 'It is ignored')}`;
  const got = node ? (SECRET.test(name) ? toKind(node) : toGot(node)) : 'nothing';
  const wanted = expected ?? expectedAt(schema, path) ?? 'something else';
  return `"${name}": got ${got}, expected ${wanted}.${instead((config) => usedAt(path, config, known.defaultConfig))}`;
}

/** A value as it stands in the file, cut when it is long. */
export function toGot(node: Node): string {
  if (node.type === 'number') return String(node.value);
  const shown = toConsoleText(JSON.stringify(getNodeValue(node)));
  if (shown.length <= SHOWN) return shown;
  return node.type === 'string' ? `${shown.slice(0, SHOWN)}..."` : toKind(node);
}

const nameOf = (path: Path) => toConsoleText(toName(path)).slice(0, 120);

function insteadOf(path: Path, otherwise: string): string {
  const entry = toLeaveOut(path);
  return entry.some((part) => typeof part === 'number') ? `All of "${nameOf(entry)}" is left out` : otherwise;
}

function usedAt(path: Path, used: Config, defaultConfig: Config): string {
  const [value, usual] = [lookUp(used, path), lookUp(defaultConfig, path)].map((one) => JSON.stringify(one));
  if (value === undefined) return 'It is left out';
  const shown = value.length > SHOWN ? '' : ` ${value}`;
  return value === usual ? `The default${shown} is used` : `Instead${shown || ' another'} is used`;
}

const lookUp = (root: unknown, path: Path) =>
  path.reduce<unknown>((at, key) => (at as Readonly<Record<string, unknown>> | undefined)?.[key], root);

/** What may have been meant: a name beside it, the same name in another group, or a setting that lives elsewhere. */
function hint(path: Path, schema: z.core.$ZodType): string {
  const key = String(path.at(-1));
  const group = path.slice(0, -1);
  const elsewhere = group.length === 0 ? whereElse(key) : null;
  if (elsewhere !== null) return `: ${elsewhere}.`;
  const beside = nearest(key, namesAt(schema, group));
  if (beside !== null) return `; did you mean "${nameOf([...group, beside])}"?`;
  const away = allNames(schema).find((name) => name.toLowerCase().endsWith(`.${key.toLowerCase()}`));
  return away === undefined ? '.' : `; did you mean "${away}"?`;
}

function toKind(node: Node): string {
  switch (node.type) {
    case 'object':
      return 'a group { ... }';
    case 'array':
      return 'a list [...]';
    case 'string':
      return 'a text';
    case 'number':
      return 'a number';
    default:
      return String(node.value);
  }
}
