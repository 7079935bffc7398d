// A change in one console line.

import { type Call, callNumber } from '../../shared/call.ts';
import { cutText, toConsoleText } from '../../shared/text.ts';
import type { Change, CloseReason } from '../cad/changes.ts';

const CLOSED: Readonly<Record<CloseReason, string>> = {
  removed: 'was removed',
  expired: 'expired',
  displaced: 'made room for newer calls',
};

/** `told`: how many players were told of it. */
export function describeChange(change: Change, told: number): string {
  const { call } = change;
  const reach = `${told} player${told === 1 ? '' : 's'} told`;
  switch (change.type) {
    case 'call.opened':
      return `${nameOf(call)} from ${plain(call.caller) || 'unknown'} at ${plain(call.address) || 'an unknown place'}: ${reach}.`;
    case 'call.updated':
      return `${nameOf(call)} was updated: ${reach}.`;
    case 'call.closed':
      return `${nameOf(call)} ${CLOSED[change.reason]}: ${reach}.`;
  }
}

const nameOf = (call: Call) => `${call.isEmergency ? '911' : 'Civil'} call #${callNumber(call)}`;
const plain = (text: string) => cutText(toConsoleText(text), 80);
