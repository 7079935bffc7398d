// Cuts a stack down to the script's part: what lies below is the simulator, which nobody debugs.

const SYSTEM = 'citizen:/';
/** How the host enters a realm. */
const ENTRY = /Script\.runInContext|node:vm/;

/** The stack without the frames of the host; frames of the game's script code stay where they come first. */
export function ownStack(stack: string): string {
  const lines = stack.split('\n');
  let seen: 'nothing' | 'script' | 'system' = 'nothing';
  for (const [i, line] of lines.entries()) {
    if (!/^\s+at /.test(line)) continue;
    const isSystem = line.includes(SYSTEM);
    if (ENTRY.test(line) || (isSystem && seen === 'script')) return lines.slice(0, i).join('\n');
    if (!isSystem && seen === 'system' && !line.includes('@')) return lines.slice(0, i).join('\n');
    seen = isSystem ? 'system' : 'script';
  }
  return stack;
}
