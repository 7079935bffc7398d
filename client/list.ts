// The list of calls: whether it is open, what it shows, and which call is selected.

import { type CallView, callNumber } from '../shared/call.ts';
import type { ClientSettings } from '../shared/delivery.ts';
import {
  LIST_FILTERS,
  type ListFilter,
  type ListRow,
  type ListView,
  type PlayerAction,
  type Response,
} from '../shared/screen.ts';
import type { Errands } from './errands.ts';
import type { Picture } from './picture.ts';
import type { StatusMenu } from './status-menu.ts';
import { priorityLook } from './urgency.ts';

export interface List {
  isOpen(): boolean;
  hasCursor(): boolean;
  /** Whether the player is typing a note: then the game does not get the keys. */
  isTyping(): boolean;
  setTyping(isTyping: boolean): void;
  open(hasCursor: boolean): void;
  close(): void;
  /** `by` is 1 for the next call, -1 for the one before. */
  move(by: 1 | -1): void;
  /** Opens the selected call, or the named one. */
  openDetail(key?: string): void;
  /** Closes the opened call, else the list. */
  back(): void;
  filter(filter: ListFilter): void;
  /** To the filter beside the present one. */
  moveFilter(by: 1 | -1): void;
  /** The selected call while the list is open, or null. */
  selected(): string | null;
  /** What the page draws, or null while it is closed. */
  view(): ListView | null;
}

export interface ListPorts {
  readonly picture: Picture;
  readonly isRouted: (key: string) => boolean;
  readonly responseTo: (key: string) => Response;
  readonly actionsFor: (call: CallView) => readonly PlayerAction[];
  /** Part of the list: both end with it. */
  readonly menu: StatusMenu;
  readonly errands: Errands;
}

/** Rows that are sent to the page: what fits on a screen. */
const WINDOW = 14;

/** Closed. */
export function createList(ports: ListPorts): List {
  const { picture, isRouted, responseTo, actionsFor, menu, errands } = ports;
  let isOpen = false;
  let hasCursor = false;
  let filter: ListFilter = 'all';
  let selected: string | null = null;
  let isDetailed = false;
  let isTyping = false;

  /** Whatever was begun in the call that was open is over. */
  function leaveDetail(): void {
    isDetailed = false;
    isTyping = false;
  }

  function close(): void {
    isOpen = false;
    leaveDetail();
    menu.close();
    errands.forget();
  }

  const passes: Readonly<Record<ListFilter, (call: CallView) => boolean>> = {
    all: () => true,
    mine: picture.isMine,
    '911': (call) => call.stage === '911',
    page: (call) => {
      const page = picture.unit?.page ?? null;
      return page !== null && call.units.some((unit) => unit.page === page);
    },
  };

  /** An opened call stays whatever the filter; one that goes makes way for the list, not for another that looks like it. */
  const detailed = (): CallView | null =>
    isDetailed && selected !== null ? (picture.calls.get(selected) ?? null) : null;

  /** Own calls first, then the newest. */
  function calls(): CallView[] {
    const rank = (call: CallView) => (picture.isMine(call) ? 0 : 1);
    return [...picture.calls.values()]
      .filter(passes[filter])
      .sort((a, b) => rank(a) - rank(b) || b.openedAt - a.openedAt);
  }

  /** The selected call; the first one when that is gone. */
  function selection(shown: readonly CallView[]): CallView | null {
    return shown.find(({ key }) => key === selected) ?? shown[0] ?? null;
  }

  const toRow = (call: CallView, settings: ClientSettings): ListRow => ({
    key: call.key,
    number: callNumber(call),
    stage: call.stage === 'dispatch' ? 'dispatch' : '911',
    isEmergency: call.isEmergency,
    code: call.code,
    title: call.title || call.description,
    place: [call.postal, call.address].filter(Boolean).join(' '),
    priority: priorityLook(call, settings),
    position: call.position && { x: call.position.x, y: call.position.y },
    openedAt: call.openedAt,
    units: call.idents.length,
    isMine: picture.isMine(call),
    isRouted: isRouted(call.key),
  });

  const toDetail = (call: CallView, settings: ClientSettings): ListView['detail'] => ({
    call,
    priority: priorityLook(call, settings),
    isMine: picture.isMine(call),
    isRouted: isRouted(call.key),
    response: responseTo(call.key),
    actions: actionsFor(call),
    // The CAD has a log for dispatch calls only, and takes notes from units only.
    note: call.dispatchId !== null && picture.unit ? errands.noteOn(call.key) : null,
  });

  function count(): ListView['counts'] {
    const counts = { all: 0, mine: 0, '911': 0, page: 0 };
    for (const call of picture.calls.values()) {
      for (const name of LIST_FILTERS) if (passes[name](call)) counts[name] += 1;
    }
    return counts;
  }

  return {
    isOpen: () => isOpen,
    hasCursor: () => isOpen && hasCursor,
    isTyping: () => isTyping && isOpen && hasCursor && detailed() !== null,
    setTyping(next) {
      isTyping = next;
    },
    open(withCursor) {
      isOpen = true;
      hasCursor = withCursor;
      leaveDetail();
    },
    close,
    move(by) {
      const shown = calls();
      const at = shown.findIndex(({ key }) => key === selection(shown)?.key);
      const next = shown[Math.min(shown.length - 1, Math.max(0, at + by))];
      if (!next || next.key === selected) return;
      selected = next.key;
    },
    openDetail(key) {
      if (key !== undefined && !picture.calls.has(key)) return;
      selected = key ?? selection(calls())?.key ?? null;
      isDetailed = selected !== null;
    },
    back() {
      if (detailed()) leaveDetail();
      else close();
    },
    filter(next) {
      filter = next;
      leaveDetail();
    },
    moveFilter(by) {
      const at = LIST_FILTERS.indexOf(filter);
      filter = LIST_FILTERS[(at + by + LIST_FILTERS.length) % LIST_FILTERS.length] ?? filter;
      leaveDetail();
    },
    selected: () => (isOpen ? ((detailed() ?? selection(calls()))?.key ?? null) : null),
    view() {
      const { settings, unit } = picture;
      if (!isOpen || !settings) return null;
      const shown = calls();
      const call = selection(shown);
      const opened = detailed();
      const at = call ? shown.indexOf(call) : 0;
      const from = Math.max(0, Math.min(at - Math.floor(WINDOW / 2), shown.length - WINDOW));
      const rows = shown.slice(from, from + WINDOW).map((one) => toRow(one, settings));
      return {
        ...{ filter, rows, hasCursor, unit },
        counts: count(),
        before: from,
        after: shown.length - from - rows.length,
        selected: call?.key ?? null,
        detail: opened && toDetail(opened, settings),
        menu: menu.view(),
        status: errands.lastStatus(),
      };
    },
  };
}
