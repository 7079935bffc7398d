// Reads a file of texts in which something is wrong, and tells where.

import { ok, type Result, refuse } from '../../shared/result.ts';
import { toConsoleText } from '../../shared/text.ts';
import { toGot } from './config-problem.ts';
import { placeIn, readJson } from './read-json.ts';

/** The texts by their names, or what is wrong, without its stop. The game takes such a file as a whole or not at all. */
export function readTexts(file: string, content: string): Result<Record<string, string>, string> {
  const read = readJson(file, content, true);
  if (!read.ok) return read;
  if (read.value?.type !== 'object') return refuse(`${file}: expected one group { ... } of texts`);
  const texts: Record<string, string> = {};
  for (const { offset, children } of read.value.children ?? []) {
    const [key, value] = children ?? [];
    if (!key || !value) continue;
    if (value.type !== 'string') {
      const name = toConsoleText(String(key.value));
      return refuse(`${placeIn(file, content, offset)}: "${name}": got ${toGot(value)}, expected a text`);
    }
    texts[String(key.value)] = value.value;
  }
  return ok(texts);
}
