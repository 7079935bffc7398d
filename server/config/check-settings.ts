// Checks the settings of a config.json.

import { ok, type Result, refuse } from '../../shared/result.ts';
import type * as z from '../zod.ts';
import { defaultConfig } from './default-config.ts';
import { type Config, schemaOf, settingNames } from './schema.ts';

/**
 * The settings that come of what the file says, complete, or what is wrong. What is said as it applies anyway needs no check:
 * making its schema takes longer than all the rest of the reading.
 */
export function checkSettings(
  said: Readonly<Record<string, unknown>>,
): Result<Config, readonly z.core.$ZodIssue[]> {
  const own = Object.fromEntries(Object.entries(said).filter(([name, value]) => !isDefault(name, value)));
  // Without the code that zod generates: making it takes longer than it saves in a schema that is used once.
  const parsed = schemaOf(Object.keys(own)).safeParse(own, { jitless: true });
  if (!parsed.success) return refuse(parsed.error.issues);
  const all: Readonly<Record<string, unknown>> = { ...defaultConfig, ...parsed.data };
  const inOrder = settingNames.flatMap((name) => (Object.hasOwn(all, name) ? [[name, all[name]]] : []));
  return ok(Object.fromEntries(inOrder));
}

const defaults: Readonly<Record<string, unknown>> = defaultConfig;

const isDefault = (name: string, value: unknown) =>
  Object.hasOwn(defaults, name) && JSON.stringify(value) === JSON.stringify(defaults[name]);
