// An export of the owner's own, called with the alert as it is: `exports('name', function(alert) ... end)`.

import type { NotifySettings } from '../../shared/notify.ts';
import type { Notifier, NotifierPorts } from './alert.ts';

/** `target` is what the owner named, or null. Escaping is the export's business. */
export function createCustom(
  { neighbours }: NotifierPorts,
  target: () => NotifySettings['custom'],
): Notifier {
  return {
    name: 'custom',
    isAvailable() {
      const to = target();
      return to !== null && neighbours.isRunning(to.resource);
    },
    show(alert) {
      const to = target();
      if (to) neighbours.call(to.resource, to.export, { ...alert });
    },
  };
}
