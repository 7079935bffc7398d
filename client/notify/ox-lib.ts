// ox_lib: `exports.ox_lib:notify(data)` (coxdocs.dev/ox_lib, "Notifications"; CommunityOx/ox_lib 3.32.3).

import { escapeMarkdown } from '../../shared/text.ts';
import type { Notifier, NotifierPorts } from './alert.ts';
import { linesBelowTitle, milliseconds, TYPES } from './words.ts';

/** The description is markdown, in which two spaces end a line; the title is plain text. */
export function createOxLib({ neighbours }: NotifierPorts): Notifier {
  return {
    name: 'ox_lib',
    isAvailable: () => neighbours.isRunning('ox_lib'),
    show(alert) {
      neighbours.call('ox_lib', 'notify', {
        title: alert.title,
        description: linesBelowTitle(alert).map(escapeMarkdown).join('  \n'),
        type: alert.tone === 'info' ? 'inform' : TYPES[alert.tone],
        duration: milliseconds(alert),
      });
    },
  };
}
