// A console that keeps its lines, each with its level in front.

import type { Console } from '../../server/ports.ts';

export function createTestConsole(): Console & { readonly lines: string[] } {
  const lines: string[] = [];
  return {
    lines,
    info: (line) => lines.push(`info: ${line}`),
    warn: (line) => lines.push(`warn: ${line}`),
    error: (line) => lines.push(`error: ${line}`),
  };
}
