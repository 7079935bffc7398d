// The cards on the screen: which there are, in which order, how long each stays, and which one keys act on.

import type { CallView } from '../shared/call.ts';
import type { Card, MessageCard, PlayerAction, Response } from '../shared/screen.ts';
import type { Beating } from './heartbeat.ts';
import type { Picture } from './picture.ts';
import { priorityLook, urgencyOf } from './urgency.ts';

/** A message that is about no call on the screen, in words. */
export type Message = Pick<MessageCard, 'sign' | 'title' | 'subtitle' | 'text'>;

export interface Cards extends Beating {
  /** Shows a call, or brings its card to the front again. `news` says what happened, `''` for a new call. */
  showCall(key: string, news: string): void;
  /** Whether the call has a card, shown or waiting. */
  has(key: string): boolean;
  /** The card of a call that the player lost sight of says that the unit was taken off it. */
  markDetached(key: string): void;
  showMessage(message: Message): void;
  /** To be called after the picture has changed, with the calls that have gone. */
  follow(gone: readonly CallView[]): void;
  /** The call of the card that keys act on, or null. */
  focusedCall(): string | null;
  /** `by` is 1 for the next card, -1 for the one before. */
  moveFocus(by: 1 | -1): void;
  /** Takes a card away; without an id the one that has the focus. */
  dismiss(id?: string): void;
  clear(): void;
  /** What the page draws: the cards, and how many wait. */
  view(): { readonly cards: readonly Card[]; readonly more: number };
}

export interface CardPorts {
  readonly picture: Picture;
  readonly isRouted: (key: string) => boolean;
  readonly responseTo: (key: string) => Response;
  /** What the player can do about a call now. */
  readonly actionsFor: (call: CallView) => readonly PlayerAction[];
}

type Entry = {
  readonly id: string;
  /** Null stays as long as what it shows. */
  left: number | null;
  of: number;
} & (
  | {
      readonly kind: 'call';
      call: CallView;
      state: 'open' | 'closed' | 'detached';
      pulse: number;
      news: string;
    }
  | { readonly kind: 'message'; readonly message: Message }
);
type CallEntry = Extract<Entry, { kind: 'call' }>;

/** How long a card stays whose call is over. */
const OVER_MS = 4000;
/** Cards are looked at this often while there are any (ms). */
const BEAT_MS = 500;
/** Cards that are kept, shown or waiting; the oldest go first. */
const MAX_KEPT = 30;

/** No cards. The newest is on top. */
export function createCards({ picture, isRouted, responseTo, actionsFor }: CardPorts): Cards {
  let entries: Entry[] = [];
  let focus: string | null = null;
  /** The player moved the focus: new cards leave it where it is. */
  let isHeld = false;
  let messages = 0;

  const find = (id: string) => entries.find((entry) => entry.id === id);
  const findCall = (key: string): CallEntry | undefined =>
    entries.find((entry): entry is CallEntry => entry.kind === 'call' && entry.id === key);
  const visible = () => entries.slice(0, picture.settings?.cards.max ?? 0);

  function stayOf(call: CallView): number | null {
    const { settings } = picture;
    if (!settings) return OVER_MS;
    return settings.cards.keepMine && picture.isMine(call) ? null : urgencyOf(call, settings).ms;
  }

  function restart(entry: Entry, ms: number | null): void {
    entry.left = ms;
    entry.of = ms ?? 0;
  }

  function remove(id: string): void {
    const index = entries.findIndex((entry) => entry.id === id);
    if (index < 0) return;
    entries = entries.filter((entry) => entry.id !== id);
    if (focus !== id) return;
    focus = (entries[index] ?? entries[index - 1])?.id ?? null;
    isHeld = false;
  }

  function add(entry: Entry): void {
    entries = [entry, ...entries.filter(({ id }) => id !== entry.id)].slice(0, MAX_KEPT);
    if (!isHeld || !visible().some(({ id }) => id === focus)) focus = entry.id;
  }

  function end(entry: CallEntry): void {
    entry.state = 'closed';
    restart(entry, OVER_MS);
  }

  /** The call is another picture now. */
  function update(entry: CallEntry, call: CallView): void {
    entry.call = call;
    entry.pulse += 1;
    const stay = stayOf(call);
    const isBack = entry.state !== 'open';
    entry.state = 'open';
    if (isBack || (entry.left === null && stay !== null)) restart(entry, stay);
  }

  function toCard(entry: Entry, isFocused: boolean): Card {
    const { id, left, of } = entry;
    const time = left === null ? null : { left, of };
    if (entry.kind === 'message') return { kind: 'message', id, ...entry.message, isFocused, time };
    const { call, state, pulse, news } = entry;
    const { settings } = picture;
    return {
      ...{ kind: 'call', id, call, state, pulse, news, isFocused, time },
      priority: settings ? priorityLook(call, settings) : { level: 'normal', label: '' },
      isMine: picture.isMine(call),
      isRouted: isRouted(id),
      response: responseTo(id),
      actions: state === 'open' && isFocused ? actionsFor(call) : [],
    };
  }

  return {
    showCall(key, news) {
      const call = picture.calls.get(key);
      if (!call) return;
      const known = findCall(key);
      const stay = stayOf(call);
      const pulse = known ? known.pulse + 1 : 0;
      add({ kind: 'call', id: key, call, state: 'open', pulse, news, left: stay, of: stay ?? 0 });
    },
    markDetached(key) {
      const entry = findCall(key);
      if (entry?.state === 'closed') entry.state = 'detached';
    },
    has: (key) => findCall(key) !== undefined,
    showMessage(message) {
      messages += 1;
      const ms = picture.settings?.cards.messageMs ?? OVER_MS;
      add({ kind: 'message', id: `message ${messages}`, message, left: ms, of: ms });
    },
    follow(gone) {
      for (const { key } of gone) {
        const entry = findCall(key);
        if (entry?.state !== 'open') continue;
        // One that waits would come up later only to say that it is over.
        if (visible().includes(entry)) end(entry);
        else remove(entry.id);
      }
      for (const entry of entries) {
        const call = entry.kind === 'call' ? picture.calls.get(entry.id) : undefined;
        if (entry.kind === 'call' && call && call !== entry.call) update(entry, call);
      }
    },
    focusedCall() {
      const entry = focus === null ? undefined : find(focus);
      return entry?.kind === 'call' && entry.state === 'open' ? entry.id : null;
    },
    moveFocus(by) {
      const shown = visible();
      const at = shown.findIndex(({ id }) => id === focus);
      const next = shown[(at + by + shown.length) % Math.max(1, shown.length)];
      if (!next || next.id === focus) return;
      focus = next.id;
      isHeld = true;
    },
    dismiss(id = focus ?? '') {
      remove(id);
    },
    clear() {
      entries = [];
      focus = null;
      isHeld = false;
    },
    view() {
      const shown = visible();
      return {
        cards: shown.map((entry) => toCard(entry, entry.id === focus)),
        more: entries.length - shown.length,
      };
    },
    wants: () => (entries.length > 0 ? BEAT_MS : null),
    beat(elapsed) {
      // Those that wait are not seen yet: their time has not begun.
      for (const entry of visible()) {
        if (entry.left === null) continue;
        entry.left -= elapsed;
        if (entry.left <= 0) remove(entry.id);
      }
    },
  };
}
