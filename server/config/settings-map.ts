// What the schema of the settings knows, in words: which settings there are, and what is expected of each.

import type * as z from '../zod.ts';

export type Path = readonly (string | number)[];
type Schema = z.core.$ZodType;
type Def = z.core.$ZodTypes['_zod']['def'];

/** `forward.urls[0].key` */
export const toName = (path: Path): string =>
  path.reduce<string>(
    (name, part) => (typeof part === 'number' ? `${name}[${part}]` : name === '' ? part : `${name}.${part}`),
    '',
  );

/** The names that the group at `path` may hold; none where it is no group. */
export function namesAt(schema: Schema, path: Path): string[] {
  return path.length === 0 ? namesOf(schema) : childrenAt(schema, path).flatMap(namesOf);
}

/** What the setting at `path` may be, as in "expected ...", or null where the schema does not say. */
export function expectedAt(schema: Schema, path: Path): string | null {
  const texts = new Set(childrenAt(schema, path).map(describe));
  return texts.size > 0 ? [...texts].join(', or ') : null;
}

/** The full names of all settings outside of lists. */
export function allNames(schema: Schema, prefix: Path = []): string[] {
  const def = defOf(schema);
  if (def.type !== 'object') return prefix.length > 0 ? [toName(prefix)] : [];
  return Object.entries(def.shape).flatMap(([name, child]) => allNames(child, [...prefix, name]));
}

function childrenAt(schema: Schema, path: Path): Schema[] {
  const [part, ...rest] = path;
  if (part === undefined) return [schema];
  return childrenOf(schema, part).flatMap((child) => childrenAt(child, rest));
}

function childrenOf(schema: Schema, part: string | number): Schema[] {
  const def = defOf(schema);
  switch (def.type) {
    case 'object': {
      const child = Object.hasOwn(def.shape, part) ? def.shape[part] : undefined;
      return child ? [child] : [];
    }
    case 'array':
      return [def.element];
    case 'record':
      return [def.valueType];
    case 'union':
      return def.options.flatMap((option) => childrenOf(option, part));
    default:
      return [];
  }
}

function namesOf(schema: Schema): string[] {
  const def = defOf(schema);
  if (def.type === 'object') return Object.keys(def.shape);
  if (def.type === 'record') return choices(def.keyType);
  return def.type === 'union' ? def.options.flatMap(namesOf) : [];
}

function choices(schema: Schema): string[] {
  const def = defOf(schema);
  return def.type === 'enum' ? Object.values(def.entries).map(String) : [];
}

/** The definition below defaults and transformations. */
function defOf(schema: Schema): Def {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'default':
    case 'prefault':
    case 'optional':
    case 'nullable':
      return defOf(def.innerType);
    case 'pipe':
      return defOf(def.in);
    default:
      return def;
  }
}

function describe(schema: Schema): string {
  const text = describeDef(defOf(schema));
  return isNullable(schema) ? `${text}, or null` : text;
}

function describeDef(def: Def): string {
  switch (def.type) {
    case 'boolean':
      return 'true or false';
    case 'number': {
      const isWhole = 'format' in def && String(def.format).includes('int');
      return `a ${isWhole ? 'whole ' : ''}number${range(limitsOf(def))}`;
    }
    case 'string':
      return `a text${size('of', limitsOf(def), 'characters')}`;
    case 'enum':
      return `one of ${Object.values(def.entries)
        .map((value) => JSON.stringify(value))
        .join(', ')}`;
    case 'literal':
      return def.values.map((value) => JSON.stringify(value)).join(', ');
    case 'array':
      return `a list [...]${size('with', limitsOf(def), 'entries')}, each of them ${describe(def.element)}`;
    case 'union': {
      const texts = [...new Set(def.options.map(describe))];
      const short = texts.map((text) =>
        text.replace(/, each of them (.*)$/s, (all, element) => (texts.includes(element) ? ' of such' : all)),
      );
      return short.join(', or ');
    }
    case 'object':
      return `a group { ${Object.keys(def.shape).slice(0, 3).join(', ')}${Object.keys(def.shape).length > 3 ? ', ...' : ''} }`;
    default:
      return 'a group { ... }';
  }
}

/** Bounds of a number, of the length of a text, or of the size of a list. */
interface Limits {
  minimum?: number;
  maximum?: number;
}

function limitsOf(def: Def): Limits {
  const checks: readonly z.core.$ZodCheck[] = 'checks' in def ? (def.checks ?? []) : [];
  const limits: Limits = {};
  for (const { _zod } of checks as readonly z.core.$ZodChecks[]) {
    const check = _zod.def;
    if (check.check === 'greater_than') limits.minimum = Number(check.value);
    else if (check.check === 'less_than') limits.maximum = Number(check.value);
    else if (check.check === 'min_length') limits.minimum = check.minimum;
    else if (check.check === 'max_length') limits.maximum = check.maximum;
  }
  return limits;
}

/** ` of 1 to 60 characters`; `''` where any size will do. */
function size(preposition: string, { minimum, maximum }: Limits, unit: string): string {
  if (maximum === undefined) return minimum === undefined ? '' : ` ${preposition} ${minimum} or more ${unit}`;
  return ` ${preposition} ${minimum === undefined ? 'up to' : `${minimum} to`} ${maximum} ${unit}`;
}

/** ` from 1 to 60`; `''` where any number will do. */
function range({ minimum, maximum }: Limits): string {
  const [from, to] = [
    minimum === undefined ? '' : ` from ${minimum}`,
    maximum === undefined ? '' : ` to ${maximum}`,
  ];
  if (from !== '' && to === '') return `${from} on`;
  return from === '' && to !== '' ? ` up${to}` : from + to;
}

function isNullable(schema: Schema): boolean {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  return def.type === 'nullable' || ('innerType' in def && isNullable(def.innerType));
}
