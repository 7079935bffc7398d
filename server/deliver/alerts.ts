// Who is told what of an event: at most one announcement per player, the most telling one.

import type { Call } from '../../shared/call.ts';
import type { Announcement } from '../../shared/delivery.ts';
import { cleanText } from '../../shared/text.ts';
import { unitLabel } from '../../shared/unit.ts';
import type { Change, ChangeOf } from '../cad/changes.ts';
import { isSame } from '../cad/same.ts';
import type { CadUnit } from '../cad/unit.ts';
import type { Audience } from '../players/audience.ts';
import type { PlayerSet } from '../players/player-sets.ts';
import { allowedTone, readMessage, type SoundRules } from './sounds.ts';
import { resolveTone } from './tones.ts';
import { summarise } from './views.ts';

/** Who is told what; the most telling first: a player whom several are for is told the first. */
export type Alerts = readonly { readonly players: PlayerSet; readonly announcement: Announcement }[];

export interface AlertPorts {
  readonly audience: Audience;
  readonly playerOf: (ident: number) => number | null;
  readonly unit: (ident: number) => CadUnit | null;
  readonly units: () => readonly CadUnit[];
  readonly call: (dispatchId: number) => Call | null;
  readonly labelOf: (status: number | null) => string;
  readonly sounds: () => SoundRules;
}

/** Characters of a station alert that are shown. */
const MAX_MESSAGE = 1000;

/** The further front, the more telling: a player who is told one of these is told nothing behind it. */
const RANKS: readonly Announcement['kind'][] = [
  'panic',
  'panic-over',
  'attached',
  'call-opened',
  'call-dispatched',
  'priority',
  'note',
  'detached',
  'closed',
  'tone',
  'station',
  'pager',
  'status',
];

/** Works out the announcements for all changes that one event made. */
export function createAlerts(ports: AlertPorts): (changes: readonly Change[]) => Alerts {
  const { audience, playerOf, labelOf, sounds } = ports;

  function collect(changes: readonly Change[]): Alerts {
    const alerts: { players: PlayerSet; readonly announcement: Announcement }[] = [];
    for (const change of changes) {
      tellOf(change, (players, announcement) => {
        if (players.size === 0) return;
        const same = alerts.find((alert) => isSame(alert.announcement, announcement));
        if (same) same.players = new Set([...same.players, ...players]);
        else alerts.push({ players, announcement });
      });
    }
    return alerts.length > 1 ? alerts.sort((a, b) => rankOf(a) - rankOf(b)) : alerts;
  }

  const rankOf = ({ announcement }: { announcement: Announcement }) => RANKS.indexOf(announcement.kind);

  type Tell = (players: PlayerSet, announcement: Announcement) => void;

  /** Those of the players of these units who are on duty. */
  const onDuty = (...idents: readonly number[]): PlayerSet => {
    const players = new Set<number>();
    for (const ident of idents) {
      const player = playerOf(ident);
      if (player !== null && audience.onDuty().has(player)) players.add(player);
    }
    return players;
  };

  function tellOf(change: Change, tell: Tell): void {
    switch (change.type) {
      case 'call.opened':
        return tell(audience.alerted(change.call), openedAnnouncement(change.call));
      case 'call.updated':
        return tellOfUpdate(change, tell);
      case 'call.closed':
        if (change.reason !== 'closed' && change.reason !== 'removed') return;
        return tell(audience.attached(change.before), {
          kind: 'closed',
          key: change.before.key,
          call: summarise(change.before),
        });
      case 'call.note':
        return tellOfNote(change, tell);
      case 'unit.attached':
        return tell(onDuty(change.ident), { kind: 'attached', key: change.call.key });
      case 'unit.detached':
        return tell(onDuty(change.ident), {
          kind: 'detached',
          key: change.call.key,
          call: summarise(change.call),
        });
      case 'unit.status':
        if (change.before.status === null) return;
        return tell(onDuty(change.unit.ident), { kind: 'status', status: labelOf(change.unit.status) });
      case 'unit.panic': {
        const { ident } = change.unit;
        const kind = change.isPanic ? 'panic' : 'panic-over';
        return tell(audience.onDuty(), { kind, ident, unit: unitLabel(change.unit) });
      }
      case 'tone':
        return tell(onDuty(...resolveTone(change.tone.targets, ports)), {
          kind: 'tone',
          url: allowedTone(change.tone.url, sounds()),
        });
      case 'station.alert': {
        const { locations, message, tone } = change.alert;
        const stations = locations.map(({ name }) => name);
        const { text, audio } = readMessage(message, sounds());
        return tell(audience.onStations(), {
          ...{ kind: 'station', stations, audio },
          message: cleanText(text, MAX_MESSAGE),
          tone: allowedTone(tone, sounds()),
        });
      }
      case 'pager':
        return tell(onDuty(...change.page.idents), {
          kind: 'pager',
          nature: change.page.nature,
          body: change.page.body,
        });
      case 'unit.login':
      case 'unit.logout':
      case 'unit.updated':
        return;
    }
  }

  function tellOfUpdate({ call, before }: ChangeOf<'call.updated'>, tell: Tell): void {
    if (before.stage === '911' && call.stage === 'dispatch')
      tell(audience.alerted(call), openedAnnouncement(call));
    if (isMoreUrgent(call, before)) tell(audience.attached(call), { kind: 'priority', key: call.key });
  }

  /** Whoever wrote the note knows it. */
  function tellOfNote({ call, note }: ChangeOf<'call.note'>, tell: Tell): void {
    const readers = call.idents.filter((ident) => ports.unit(ident)?.unitNum !== (note.label || null));
    const { label, content } = note;
    tell(onDuty(...readers), { kind: 'note', key: call.key, label, content });
  }

  return collect;
}

/** What is said of a call that came in. */
export function openedAnnouncement(call: Call): Announcement {
  return { kind: call.stage === 'dispatch' ? 'call-dispatched' : 'call-opened', key: call.key };
}

/** Priorities are numbers, 1 the most urgent, unless a community words its own. */
function isMoreUrgent(call: Call, before: Call): boolean {
  const [now, then] = [Number(call.priority ?? Number.NaN), Number(before.priority ?? Number.NaN)];
  return now < then;
}
