// t-notify: `exports['t-notify']:Custom(data)` (docs/usage.md, "Function Types"; TasoOneAsia/t-notify 2.1.0).

import { toTNotifyText } from '../../shared/text.ts';
import type { Notifier, NotifierPorts } from './alert.ts';
import { linesBelowTitle, milliseconds, TYPES } from './words.ts';

/** The message is a markdown of its own with `~r~` codes; the title is plain text. */
export function createTNotify({ neighbours }: NotifierPorts): Notifier {
  return {
    name: 't-notify',
    isAvailable: () => neighbours.isRunning('t-notify'),
    show(alert) {
      neighbours.call('t-notify', 'Custom', {
        style: TYPES[alert.tone],
        title: alert.title,
        message: toTNotifyText(linesBelowTitle(alert).join('\n')),
        duration: milliseconds(alert),
      });
    },
  };
}
