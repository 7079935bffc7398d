// QBCore: event `QBCore:Notify (text, type, length)`, text a string or `{ text, caption }` (qb-core 1.3.0).

import { toUnmarkedText } from '../../shared/text.ts';
import type { Notifier, NotifierPorts } from './alert.ts';
import { linesBelowTitle, milliseconds, TYPES } from './words.ts';

/** Drawn as HTML since 1.3.0, as plain text before. */
export function createQbCore({ neighbours, local }: NotifierPorts): Notifier {
  return {
    name: 'qbcore',
    isAvailable: () => neighbours.isRunning('qb-core'),
    show(alert) {
      local.emit(
        'QBCore:Notify',
        {
          text: toUnmarkedText(alert.title),
          caption: toUnmarkedText(linesBelowTitle(alert).join(' · ')),
        },
        alert.tone === 'info' ? 'primary' : TYPES[alert.tone],
        milliseconds(alert),
      );
    },
  };
}
