// Local events for other resources: the push events as decoded, and the changes they made.

import type { Change } from '../cad/changes.ts';
import type { LocalBus } from '../ports.ts';
import type { Push } from '../push/decode.ts';

export interface LocalEvents {
  push(push: Push): void;
  changes(changes: readonly Change[]): void;
  dutyChanged(player: number, isOnDuty: boolean): void;
}

/** Raises the events on `local`. A listener that throws is the host's to report and stops nothing here. */
export function createLocalEvents(local: LocalBus): LocalEvents {
  function raise(change: Change): void {
    switch (change.type) {
      case 'call.opened':
        local.emit('sonorancad:callOpened', change.call);
        break;
      case 'call.updated':
        local.emit('sonorancad:callUpdated', change.call, change.before);
        break;
      case 'call.closed':
        local.emit('sonorancad:callClosed', change.call);
        break;
    }
  }

  return {
    push({ type, events }) {
      for (const { data } of events) local.emit('sonorancad:push', type, data);
    },
    changes: (changes) => changes.forEach(raise),
    dutyChanged: (player, isOnDuty) => local.emit('sonorancad:dutyChanged', player, isOnDuty),
  };
}
