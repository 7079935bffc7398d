// Reads config.json: what is wrong in it is reported and the default used instead; it never stops the resource.

import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import type * as z from 'zod';
import { type Config, configSchema, defaultConfig } from './schema.ts';

/** The settings to use, and one line per thing that was wrong. */
export interface LoadedConfig {
  readonly config: Config;
  readonly problems: readonly string[];
}

/** `text` is the content of config.json (comments and trailing commas allowed), or null when there is none. */
export function loadConfig(text: string | null): LoadedConfig {
  if (text === null || text.trim() === '') return { config: defaultConfig, problems: [] };
  const errors: ParseError[] = [];
  const raw: unknown = parse(text.replace(/^\uFEFF/, ''), errors, { allowTrailingComma: true });
  const [error] = errors;
  if (error) {
    const { line, column } = positionOf(text, error.offset);
    const what = `config.json line ${line}, column ${column}: ${printParseErrorCode(error.error)}`;
    return {
      config: defaultConfig,
      problems: [`${what}. All settings are at their defaults until this is mended.`],
    };
  }
  return checkConfig(raw);
}

/** Takes out one wrong setting after the other until the rest fits. */
function checkConfig(raw: unknown): LoadedConfig {
  const problems: string[] = [];
  const settings: unknown = structuredClone(raw);
  for (;;) {
    const parsed = configSchema.safeParse(settings, { jitless: true });
    if (parsed.success) return { config: parsed.data, problems };
    const issue = parsed.error.issues[0];
    if (!issue || issue.path.length + (issue.code === 'unrecognized_keys' ? 1 : 0) === 0) {
      return {
        config: defaultConfig,
        problems: ['config.json: expected an object. All settings are at their defaults.'],
      };
    }
    problems.push(...takeOut(settings, issue));
  }
}

function takeOut(settings: unknown, issue: z.core.$ZodIssue): string[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) unset(settings, [...path, key]);
    return issue.keys.map(
      (key) => `config.json: there is no setting "${[...path, key].join('.')}"; it is ignored.`,
    );
  }
  unset(settings, presentPart(settings, path));
  const isInList = issue.path.some((part) => typeof part === 'number');
  const used = isInList ? undefined : lookUp(defaultConfig, path);
  const instead = used === undefined ? 'It is left out' : `The default ${JSON.stringify(used)} is used`;
  return [`config.json: "${path.join('.')}": ${issue.message}. ${instead}.`];
}

/** What is missing cannot be taken out: then what it is missing from is. */
function presentPart(settings: unknown, path: readonly string[]): readonly string[] {
  return path.length > 1 && lookUp(settings, path) === undefined
    ? presentPart(settings, path.slice(0, -1))
    : path;
}

function lookUp(root: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], root);
}

function unset(root: unknown, path: readonly string[]): void {
  const parent = lookUp(root, path.slice(0, -1));
  const key = path.at(-1) ?? '';
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else if (typeof parent === 'object' && parent !== null) Reflect.deleteProperty(parent, key);
}

/** Line and column of an offset, counted from 1. */
function positionOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
