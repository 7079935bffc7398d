// The `console` of a script: every method ends in one trace line of the resource.
import { format, formatValue } from './format.ts';
import { ownStack } from './own-stack.ts';

export interface ConsolePorts {
  trace(text: string): void;
  now(): number;
}

const MISSING = [
  'table',
  'dirxml',
  'clear',
  'group',
  'groupCollapsed',
  'groupEnd',
  'msIsIndependentlyComposed',
  'select',
];

/** Creates the console; methods may be torn off it, as `const { log } = console`. */
export function createConsole({ trace, now }: ConsolePorts): Record<string, (...args: never[]) => unknown> {
  const counters = new Map<string, number>();
  const started = new Map<string, number>();
  const log = (...args: unknown[]) => trace(format(...args));
  const warn = (...args: unknown[]) => trace(`^3Warning: ${format(...args)}^7`);
  const error = (...args: unknown[]) => trace(`^1Error: ${format(...args)}^7`);

  const methods: Record<string, (...args: never[]) => unknown> = {
    log,
    warn,
    error,
    debug: (...args: unknown[]) => trace(`Debug: ${format(...args)}`),
    info: (...args: unknown[]) => trace(`Info: ${format(...args)}`),
    dir: (item: unknown) => trace(`Dir:  ${formatValue(item)}`),
    trace(...args: unknown[]) {
      const at = { name: 'Trace', message: format(...args), stack: '' };
      Error.captureStackTrace(at, methods.trace);
      trace(ownStack(at.stack));
    },
    count(label = 'default') {
      const count = (counters.get(label) ?? 0) + 1;
      counters.set(label, count);
      log(`${label}: ${count}`);
    },
    countReset(label = 'default') {
      if (!counters.delete(label)) warn(`Counter "${label}" doesn't exist.`);
      else log(`${label}: 0`);
    },
    time: (label: string) => void started.set(label, now()),
    timeEnd(label: string) {
      const start = started.get(label);
      if (start === undefined) {
        warn(`No such label ${label} for console.timeEnd()`);
        return;
      }
      started.delete(label);
      log(`${label}: ${now() - start} ms`);
    },
    assert(condition: unknown, ...args: unknown[]) {
      if (condition) return;
      const message = format(...args);
      const failure = new Error(message === 'undefined' ? `${format(condition)} == true` : message);
      throw Object.assign(failure, { name: 'AssertionError [ERR_ASSERTION]', code: 'ERR_ASSERTION' });
    },
  };
  for (const name of MISSING) methods[name] = () => error(`console.${name} is not implemented yet`);
  return methods;
}
