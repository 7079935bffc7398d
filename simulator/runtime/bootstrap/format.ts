// Turns console arguments into text by the rules of the game's console: JSON for objects, `%` specifiers, no colours.
import { ownStack } from './own-stack.ts';

const TYPED_ARRAYS = [
  Uint8Array,
  Uint16Array,
  Uint32Array,
  Uint8ClampedArray,
  Int8Array,
  Int16Array,
  Int32Array,
  Float32Array,
  Float64Array,
];

/** Formats the arguments of one console call. */
export function format(message?: unknown, ...args: unknown[]): string {
  if (args.length === 0) return formatValue(message);
  let used = 0;
  let head: string;
  if (typeof message === 'string') {
    head = message.replace(/%([sdfoO])/g, (text, specifier: string) => {
      if (used >= args.length) return text;
      const value = args[used++];
      return formatSpecifier(specifier, value);
    });
  } else {
    head = formatValue(message);
  }
  return [head, ...args.slice(used).map(formatValue)].join(' ');
}

function formatSpecifier(specifier: string, value: unknown): string {
  switch (specifier) {
    case 's':
      return `${value}`;
    case 'd':
      return Number.parseInt(value as string, 10).toString();
    case 'f':
      return Number.parseFloat(value as string).toString();
    default:
      return formatValue(value);
  }
}

/** Formats one value. Cycles and repeated objects vanish from JSON; the text of errors is their stack. */
export function formatValue(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (value instanceof WeakMap) return 'WeakMap {}';
  if (value instanceof WeakSet) return 'WeakSet {}';
  if (value instanceof Map)
    return formatEntries(
      'Map',
      [...value].map(([k, v]) => `${formatValue(k)} => ${formatValue(v)}`),
    );
  if (value instanceof Set) return formatEntries('Set', [...value].map(formatValue));
  if (TYPED_ARRAYS.some((type) => value instanceof type)) {
    return `${value.constructor.name}[ ${(value as Uint8Array).join(' ')} ]`;
  }
  if (Array.isArray(value)) return toJson(value);
  const text = (value as { toString(): string }).toString();
  if (text === '[object Object]') return toJson(value);
  if (text === '[object Error]' || value instanceof Error) {
    const { stack } = value as Error;
    return stack ? ownStack(stack) : Error.prototype.toString.call(value);
  }
  return text;
}

function formatEntries(type: string, entries: string[]): string {
  return [`${type} {`, ...entries.map((entry) => entry.replace(/^/gm, '  ')), '}'].join('\n');
}

function toJson(value: unknown): string {
  const seen = new Set<unknown>();
  return JSON.stringify(
    value,
    (_key, item: unknown) => {
      if (typeof item !== 'object' || item === null) return item;
      if (seen.has(item)) return undefined;
      seen.add(item);
      return item;
    },
    2,
  );
}
