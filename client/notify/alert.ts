// An announcement put into words, and what shows it.

import { type CallView, callNumber } from '../../shared/call.ts';
import type { Announcement, CallSummary } from '../../shared/delivery.ts';
import type { Translate } from '../../shared/locale.ts';
import type { AlertKind, AlertValues } from '../../shared/notify.ts';
import { unitLabel } from '../../shared/unit.ts';
import type { Game } from '../ports.ts';

export type Tone = 'info' | 'success' | 'warning' | 'danger';

/** An announcement in words. Plain text without any escaping, parts of it typed by players; `''` for no text. */
export interface Alert {
  readonly kind: AlertKind;
  /** One line each. */
  readonly title: string;
  readonly subtitle: string;
  /** Lines, with `\n` between them. */
  readonly text: string;
  readonly tone: Tone;
  /** How long it is meant to stay. */
  readonly seconds: number;
  /** The call's number, as it is said on the radio, and its key; null when it is about no call or none is known. */
  readonly call: number | null;
  readonly key: string | null;
}

/** One way of showing alerts. */
export interface Notifier {
  /** One of `NOTIFIERS`. */
  readonly name: string;
  /** Whether it can show something now: its resource runs, its page is ready. */
  isAvailable(): boolean;
  /** May throw; then the alert was not shown. */
  show(alert: Alert): void;
}

/** What notifiers need that show alerts by other resources: their exports, and events that they listen to. */
export type NotifierPorts = Pick<Game, 'neighbours' | 'local'>;

/** What else an alert can tell. */
export interface AlertFacts {
  /** How far away the call is, in words. */
  readonly distance?: string | null;
}

/** How each kind is meant, and for how many seconds it is meant to stay. */
const MANNERS: Readonly<Record<AlertKind, { readonly tone: Tone; readonly seconds: number }>> = {
  'call-opened': { tone: 'warning', seconds: 12 },
  'call-dispatched': { tone: 'info', seconds: 12 },
  attached: { tone: 'success', seconds: 12 },
  detached: { tone: 'info', seconds: 8 },
  note: { tone: 'info', seconds: 10 },
  priority: { tone: 'warning', seconds: 10 },
  closed: { tone: 'info', seconds: 8 },
  status: { tone: 'info', seconds: 4 },
  panic: { tone: 'danger', seconds: 20 },
  'panic-over': { tone: 'success', seconds: 8 },
  tone: { tone: 'info', seconds: 4 },
  station: { tone: 'warning', seconds: 12 },
  pager: { tone: 'warning', seconds: 12 },
  caller: { tone: 'info', seconds: 10 },
};

/** What is told of a call that the player sees. */
type AboutCall = Exclude<Extract<Announcement, { key: string }>, { call: CallSummary }>;

/**
 * Words for an announcement, by the texts `alert.<kind>.title`, `.subtitle` and `.text`. `call` is the one that it is
 * about. Null for a kind or a call that is not known here: the server may be newer, the call already gone.
 */
export function composeAlert(
  announcement: Announcement,
  call: CallView | undefined,
  translate: Translate,
  facts: AlertFacts = {},
): Alert | null {
  const alert = <K extends AlertKind>(kind: K, values: AlertValues<K>, about: Partial<Alert> = {}): Alert => {
    const clean = Object.fromEntries(
      Object.entries<string | number | null>(values).map(([name, value]) => [name, toLine(value)]),
    );
    const lines = (part: string) => tidy(translate(`alert.${kind}.${part}`, clean));
    return {
      kind,
      title: lines('title').join(' '),
      subtitle: lines('subtitle').join(' '),
      text: lines('text').join('\n'),
      ...MANNERS[kind],
      call: null,
      key: null,
      ...about,
    };
  };

  function aboutCall(told: AboutCall, of: CallView): Alert {
    const values = callValues(of, translate, facts);
    const about = { call: callNumber(of), key: of.key };
    if (told.kind === 'note')
      return alert(told.kind, { ...values, label: told.label, note: told.content }, about);
    const isCivil = told.kind === 'call-opened' && !of.isEmergency;
    return alert(told.kind, values, isCivil ? { ...about, tone: 'info' } : about);
  }

  switch (announcement.kind) {
    case 'call-opened':
    case 'call-dispatched':
    case 'attached':
    case 'priority':
    case 'note':
      return call ? aboutCall(announcement, call) : null;
    case 'detached':
    case 'closed': {
      const { key, call: summary } = announcement;
      const { number, title, address: place } = summary;
      return alert(announcement.kind, { number, title, place }, { call: number, key });
    }
    case 'status':
      return alert(announcement.kind, { status: announcement.status });
    case 'panic':
    case 'panic-over':
      return alert(announcement.kind, { unit: announcement.unit });
    case 'tone':
      return alert(announcement.kind, {});
    case 'station': {
      const { stations, message } = announcement;
      return alert(announcement.kind, { stations: stations.join(', '), message });
    }
    case 'pager':
      return alert(announcement.kind, { nature: announcement.nature, message: announcement.body });
    case 'caller': {
      const { what, unit } = announcement;
      return alert(announcement.kind, { news: translate(`caller.${what}`, { unit }), unit });
    }
    default:
      announcement satisfies never;
      return null;
  }
}

function callValues(call: CallView, translate: Translate, { distance = null }: AlertFacts) {
  const { code, title, caller, address, postal, block, description, priority, units } = call;
  return {
    number: callNumber(call),
    kind: translate(call.isEmergency ? 'call.kind.emergency' : 'call.kind.civil'),
    ...{ code, title, caller, place: address, postal, block, description, priority, distance },
    units: units.map(unitLabel).join(', '),
  };
}

/** A line break in a value would be taken for one of the text. */
const toLine = (value: string | number | null) =>
  typeof value === 'string' ? value.replace(/\s+/g, ' ') : value;

/** The lines of a text, without what missing values leave behind: double spaces, empty lines. */
const tidy = (text: string) =>
  text
    .split('\n')
    .map((line) => line.replace(/ +/g, ' ').trim())
    .filter((line) => line !== '');
