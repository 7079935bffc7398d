// The menu of statuses in the list: whether it is open, and which status is selected.

import type { StatusMenuView } from '../shared/screen.ts';
import type { Picture } from './picture.ts';

export interface StatusMenu {
  isOpen(): boolean;
  /** Opens at the status that the player's unit has. */
  open(): void;
  close(): void;
  /** `by` is 1 for the next status, -1 for the one before. */
  move(by: 1 | -1): void;
  /** Whether the community has a status with that index. */
  has(index: number): boolean;
  /** What the page draws, or null while it is closed. */
  view(): StatusMenuView | null;
}

/** Closed. */
export function createStatusMenu(picture: Pick<Picture, 'settings' | 'unit'>): StatusMenu {
  let isOpen = false;
  let selected = 0;

  /** A status without a label cannot be told from others. */
  const statuses = () =>
    (picture.settings?.statusLabels ?? [])
      .map((label, index) => ({ index, label }))
      .filter(({ label }) => label !== '');
  const has = (index: number) => statuses().some((status) => status.index === index);

  return {
    isOpen: () => isOpen,
    open() {
      const present = picture.unit?.status ?? -1;
      isOpen = statuses().length > 0;
      selected = has(present) ? present : (statuses()[0]?.index ?? 0);
    },
    close() {
      isOpen = false;
    },
    move(by) {
      const all = statuses();
      const at = all.findIndex(({ index }) => index === selected);
      selected = all[Math.min(all.length - 1, Math.max(0, at + by))]?.index ?? selected;
    },
    has,
    view: () => (isOpen ? { statuses: statuses(), selected } : null),
  };
}
