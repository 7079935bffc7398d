// Keeps the children of an element in line with a list: one child per item, known by its key, in the list's order.

/** The child for one item. */
export interface Row<T> {
  readonly element: HTMLElement;
  show(item: T): void;
}

/** Shows a list; children of items that stay are kept, so that focus, scrolling and motion in them are, too. */
export function createKeyedList<T>(options: {
  readonly container: HTMLElement;
  readonly keyOf: (item: T) => string | number;
  /** Makes the child for an item; `isFirst` is true for those of the first list. */
  readonly create: (item: T, index: number, isFirst: boolean) => Row<T>;
}): (items: readonly T[]) => void {
  const { container, keyOf, create } = options;
  const rows = new Map<string | number, Row<T>>();
  let isFirst = true;

  return (items) => {
    const keys = new Set(items.map(keyOf));
    for (const [key, { element }] of rows) {
      if (keys.has(key)) continue;
      element.remove();
      rows.delete(key);
    }
    for (const [index, item] of items.entries()) {
      const key = keyOf(item);
      const row = rows.get(key) ?? create(item, index, isFirst);
      rows.set(key, row);
      row.show(item);
      if (container.children[index] !== row.element)
        container.insertBefore(row.element, container.children[index] ?? null);
    }
    isFirst = false;
  };
}
