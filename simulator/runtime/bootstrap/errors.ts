// Prints script errors the way the game does: message, then the frames of the script itself.
import type { Bridge } from './bridge.ts';

interface Frame {
  file: string;
  line: number;
  name: string;
}

/** File name prefix of everything that is not the script's own code. */
const SYSTEM = 'citizen:/';
/** File of the frame by which the host enters a realm to run a script. */
const ENTRY = 'node:vm';
const FRAME = /^\s*at (?:(.+?) )?\(?([^\s()]+):(\d+):\d+\)?\s*$/;

export interface ErrorPrinter {
  /**
   * Prints `SCRIPT ERROR in <where>`. Throws for thrown values without a stack, as the game's own printer does:
   * whatever loop called the script then ends as well.
   */
  print(where: string, error: unknown): void;
}

export function createErrorPrinter(
  bridge: Bridge,
  log: (text: string) => void,
  pack: (v: unknown) => Uint8Array,
): ErrorPrinter {
  return {
    print(where, error) {
      bridge.problem('script', `SCRIPT ERROR in ${where}: ${describe(error)}`);
      const thrown = error as { stack: string; toString(): string };
      const stack = bridge.formatStack(pack(framesOf(thrown.stack)));
      // An error while another one is being reported prints an empty line.
      log(stack === null ? '' : `^1SCRIPT ERROR in ${where}: ${thrown.toString()}^7\n${stack}`);
    },
  };
}

/** The script's own frames: from its innermost one out to where the host entered it. */
function framesOf(stack: string): Frame[] {
  const frames: Frame[] = [];
  for (const line of stack.split('\n')) {
    const [, where, file, row] = FRAME.exec(line) ?? [];
    if (file === undefined) continue;
    if (file === ENTRY) break;
    if (!file.startsWith(SYSTEM)) frames.push({ file, line: Number(row), name: nameOf(where) });
    else if (frames.length > 0) break;
  }
  return frames;
}

/** `Type.method` at most, as longer paths are cut. */
function nameOf(where: string | undefined): string {
  if (!where) return '<unknown>';
  const [owner, method] = where.split('.', 2);
  return method === undefined ? where : `${owner}.${method}`;
}

function describe(error: unknown): string {
  const stack = (error as { stack?: unknown } | null | undefined)?.stack;
  if (typeof stack !== 'string') return `${String(error)} (thrown without a stack: no Error)`;
  const frames = framesOf(stack).map(({ name, file, line }) => `\n    at ${name} (${file}:${line})`);
  return `${String(error)}${frames.join('')}`;
}
