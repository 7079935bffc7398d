// lation_ui: `exports.lation_ui:notify(data)` (docs.lationscripts.com/modern-ui/components/notification, read 2026-11).

import { escapeMarkdown } from '../../shared/text.ts';
import type { Notifier, NotifierPorts } from './alert.ts';
import { linesBelowTitle, milliseconds, TYPES } from './words.ts';

/** Title and message are markdown. */
export function createLationUi({ neighbours }: NotifierPorts): Notifier {
  return {
    name: 'lation_ui',
    isAvailable: () => neighbours.isRunning('lation_ui'),
    show(alert) {
      neighbours.call('lation_ui', 'notify', {
        title: escapeMarkdown(alert.title),
        message: linesBelowTitle(alert).map(escapeMarkdown).join('  \n'),
        type: TYPES[alert.tone],
        duration: milliseconds(alert),
      });
    },
  };
}
