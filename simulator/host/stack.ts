// The stack of script runtimes: who is running, who called them, and whose errors are being printed.
import type { ScriptRuntime } from '../runtime/types.ts';
import type { Side } from './types.ts';

export interface RuntimeStack {
  enter<T>(runtime: ScriptRuntime, run: () => T): T;
  asCaller<T>(runtime: ScriptRuntime, run: () => T): T;
  running(): string | null;
  invoking(): string | null;
  /** Text of stack frames; null while an error of an outer call has been printed and that call still runs. */
  format(frames: unknown): string | null;
}

interface Frame {
  name: string;
  file: string;
  line: number;
}

export function createStack(side: Side): RuntimeStack {
  const stack: ScriptRuntime[] = [];
  // A client counts every entry into a script, a server only calls of scripts into the host.
  const outermost = side === 'server' ? 1 : 0;
  let silent = false;

  function enter<T>(runtime: ScriptRuntime, run: () => T): T {
    stack.push(runtime);
    try {
      return run();
    } finally {
      stack.pop();
      if (stack.length <= outermost) silent = false;
    }
  }

  return {
    enter,
    asCaller: (runtime, run) => (stack.at(-1) === runtime ? run() : enter(runtime, run)),
    running: () => stack.at(-1)?.resource ?? null,
    invoking: () => stack.at(-2)?.resource ?? null,
    format(frames) {
      if (silent) return null;
      silent = stack.length > outermost;
      return (frames as Frame[])
        .map(({ name, file, line }) => `^3> ${name}^7 (^5${file}^7:${line})\n`)
        .join('');
    },
  };
}
