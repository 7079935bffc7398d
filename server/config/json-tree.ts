// A JSON file as a tree in which everything knows its place: finds parts of it, and takes parts out.

import type { Node } from 'jsonc-parser';
import { type Path, toName } from './settings-map.ts';

/** The part at `path`; undefined where it is missing. */
export function nodeAt(tree: Node, path: Path): Node | undefined {
  return path.reduce<Node | undefined>((at, part) => {
    if (typeof part === 'number') return at?.type === 'array' ? at.children?.[part] : undefined;
    if (at?.type !== 'object') return undefined;
    return at.children?.find(({ children }) => children?.[0]?.value === part)?.children?.[1];
  }, tree);
}

/** Whether a part is one of `parts` or inside of one. */
export function isWithin(parts: ReadonlySet<Node>, node: Node | undefined): boolean {
  return node !== undefined && (parts.has(node) || isWithin(parts, node.parent));
}

/** Takes a part out, with its name if it has one. */
export function takeOut(node: Node): void {
  const part = node.parent?.type === 'property' ? node.parent : node;
  const siblings = part.parent?.children;
  const index = siblings?.indexOf(part) ?? -1;
  if (index >= 0) siblings?.splice(index, 1);
}

/** Of parts with the same name the last one counts: takes the others out. Returns the name and place of those that stay. */
export function takeOutTwins(node: Node, path: Path = []): { name: string; offset: number }[] {
  const twins: { name: string; offset: number }[] = [];
  const last = new Map<unknown, Node>();
  for (const [index, child] of [...(node.children ?? [])].entries()) {
    const [key, value] = node.type === 'object' ? (child.children ?? []) : [undefined, child];
    if (!value) continue;
    const here = [...path, key ? String(key.value) : index];
    if (key) {
      const before = last.get(key.value);
      last.set(key.value, value);
      if (before) {
        takeOut(before);
        twins.push({ name: toName(here), offset: child.offset });
      }
    }
    twins.push(...takeOutTwins(value, here));
  }
  return twins;
}
