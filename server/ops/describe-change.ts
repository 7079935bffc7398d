// The changes that an event made, in one console line.

import { type Call, callNumber } from '../../shared/call.ts';
import { cutText, toConsoleText } from '../../shared/text.ts';
import { unitLabel } from '../../shared/unit.ts';
import type { Change, CloseReason } from '../cad/changes.ts';
import { kindOf } from '../players/rules.ts';

const CLOSED: Readonly<Record<CloseReason, string>> = {
  removed: 'was removed',
  closed: 'was closed',
  expired: 'expired',
  displaced: 'made room for newer calls',
  merged: 'turned out to be part of another call',
  resynced: 'is over in the CAD',
};

/** What the lines need to know besides the changes. */
export interface DescribePorts {
  readonly unitName: (ident: number) => string;
  readonly labelOf: (status: number | null) => string;
}

/** The line for an event, or null when it made no difference. `told`: how many players were told. */
export function describeChanges(
  changes: readonly Change[],
  told: number,
  ports: DescribePorts,
): string | null {
  const sentences = changes.map((change) => describe(change, ports)).filter((sentence) => sentence !== null);
  const specific = sentences.filter(({ isVague }) => !isVague);
  const chosen = (specific.length > 0 ? specific : sentences).map(({ text }) => text);
  if (chosen.length === 0) return null;
  const more = chosen.length > 3 ? ` and ${chosen.length - 3} more` : '';
  return `${chosen.slice(0, 3).join(', ')}${more}: ${told} player${told === 1 ? '' : 's'} told.`;
}

/** A vague sentence is left out when a more specific one tells the same. */
interface Sentence {
  readonly text: string;
  readonly isVague: boolean;
}

const clear = (text: string): Sentence => ({ text, isVague: false });

function describe(change: Change, { unitName, labelOf }: DescribePorts): Sentence | null {
  switch (change.type) {
    case 'call.opened':
      return clear(`${nameOf(change.call)} ${origin(change.call)}`);
    case 'call.updated':
      if (change.before.stage !== change.call.stage)
        return clear(`${nameOf(change.call)} was made from a 911 call`);
      return { text: `${nameOf(change.call)} was updated`, isVague: true };
    case 'call.closed':
      return clear(`${nameOf(change.before)} ${CLOSED[change.reason]}`);
    case 'call.note':
      return clear(`${nameOf(change.call)} has a new note`);
    case 'unit.attached':
      return clear(`${plain(unitName(change.ident))} was attached to ${nameOf(change.call)}`);
    case 'unit.detached':
      return clear(`${plain(unitName(change.ident))} was detached from ${nameOf(change.call)}`);
    case 'unit.login':
      return clear(
        `${plain(unitLabel(change.unit))} logged in${change.unit.isDispatch ? ' as dispatcher' : ''}`,
      );
    case 'unit.logout':
      return clear(`${plain(unitLabel(change.unit))} logged out`);
    case 'unit.updated':
      return { text: `${plain(unitLabel(change.unit))} was updated`, isVague: true };
    case 'unit.status':
      return clear(`${plain(unitLabel(change.unit))} is ${plain(labelOf(change.unit.status))}`);
    case 'unit.panic':
      return clear(
        `${plain(unitLabel(change.unit))} ${change.isPanic ? 'is in PANIC' : 'is no longer in panic'}`,
      );
    case 'tone':
      return clear('A tone was played');
    case 'station.alert':
      return clear(stations(change.alert.locations.map(({ name }) => name).filter((name) => name !== '')));
    case 'pager':
      return clear('Pagers were called');
  }
}

const stations = (names: readonly string[]) =>
  names.length === 0 ? 'Stations were alerted' : `Stations were alerted (${plain(names.join(', '))})`;

function origin(call: Call): string {
  const place = plain(call.address) || 'an unknown place';
  if (kindOf(call) === 'dispatch') return `(${plain(call.title) || 'no title'}) at ${place}`;
  return `from ${plain(call.caller) || 'unknown'} at ${place}`;
}

const KINDS = { '911': '911 call', civil: 'Civil call', dispatch: 'Call' } as const;
/** A call that only this server knows has no number that anybody could look up. */
function nameOf(call: Call): string {
  const number = callNumber(call);
  return `${KINDS[kindOf(call)]} ${number === null ? 'of this server only' : `#${number}`}`;
}
const plain = (text: string) => cutText(toConsoleText(text), 80);
