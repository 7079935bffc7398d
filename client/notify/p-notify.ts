// pNotify: `exports.pNotify:SendNotification(options)` (forum.cfx.re/t/20659; Nick78111/pNotify of 2017-07-06).

import { escapeHtml } from '../../shared/text.ts';
import type { Notifier, NotifierPorts } from './alert.ts';
import { linesBelowTitle, milliseconds, TYPES } from './words.ts';

/** The text is HTML. */
export function createPNotify({ neighbours }: NotifierPorts): Notifier {
  return {
    name: 'pNotify',
    isAvailable: () => neighbours.isRunning('pNotify'),
    show(alert) {
      const [title = '', ...lines] = [alert.title, ...linesBelowTitle(alert)].map(escapeHtml);
      neighbours.call('pNotify', 'SendNotification', {
        text: [`<b>${title}</b>`, ...lines].join('<br>'),
        type: TYPES[alert.tone],
        timeout: milliseconds(alert),
      });
    },
  };
}
