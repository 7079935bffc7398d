// okokNotify: `exports['okokNotify']:Alert(title, message, time, type, playSound)` (the vendor's call; closed source).

import { toUnmarkedText } from '../../shared/text.ts';
import type { Notifier, NotifierPorts } from './alert.ts';
import { linesBelowTitle, milliseconds, TYPES } from './words.ts';

/** Whether it draws HTML differs between versions. Sounds are ours. */
export function createOkokNotify({ neighbours }: NotifierPorts): Notifier {
  return {
    name: 'okokNotify',
    isAvailable: () => neighbours.isRunning('okokNotify'),
    show(alert) {
      neighbours.call(
        'okokNotify',
        'Alert',
        toUnmarkedText(alert.title),
        toUnmarkedText(linesBelowTitle(alert).join(' · ')),
        milliseconds(alert),
        TYPES[alert.tone],
        false,
      );
    },
  };
}
