// What becomes different for others when one picture of an incident takes the place of another.

import type { Call } from '../../shared/call.ts';
import type { Change, CloseReason } from './changes.ts';
import { type Incident, phaseOf, toCall } from './incident.ts';
import { isSame } from './same.ts';

/** Changes from `before` to `after`; `reason` is used when the call is over. */
export function changesBetween(before: Incident | null, after: Incident, reason: CloseReason): Change[] {
  const known = before && phaseOf(before) === 'open' ? toCall(before) : null;
  const call = toCall(after);
  switch (phaseOf(after)) {
    case 'unborn':
      return [];
    case 'closed':
      return known ? [{ type: 'call.closed', call, before: known, reason }] : [];
    case 'open':
      return known ? updates(call, known) : [{ type: 'call.opened', call }, ...attached(call, [])];
  }
}

function updates(call: Call, before: Call): Change[] {
  if (isSame(call, before, 'updatedAt')) return [];
  const notes = call.notes.filter((note) => !before.notes.includes(note));
  return [
    { type: 'call.updated', call, before },
    ...notes.map((note): Change => ({ type: 'call.note', call, note })),
    ...attached(call, before.idents),
    ...before.idents
      .filter((ident) => !call.idents.includes(ident))
      .map((ident): Change => ({ type: 'unit.detached', call, ident })),
  ];
}

const attached = (call: Call, known: readonly number[]) =>
  call.idents
    .filter((ident) => !known.includes(ident))
    .map((ident): Change => ({ type: 'unit.attached', call, ident }));
