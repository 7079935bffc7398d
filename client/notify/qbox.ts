// Qbox: `exports.qbx_core:Notify(text, notifyType, duration, subTitle)` (client/functions.lua; qbx_core 1.23.0).

import { escapeMarkdown } from '../../shared/text.ts';
import type { Notifier, NotifierPorts } from './alert.ts';
import { linesBelowTitle, milliseconds, TYPES } from './words.ts';

/** Hands both texts to ox_lib: the first as the title, the second as the description, which is markdown. */
export function createQbox({ neighbours }: NotifierPorts): Notifier {
  return {
    name: 'qbox',
    isAvailable: () => neighbours.isRunning('qbx_core'),
    show(alert) {
      neighbours.call(
        'qbx_core',
        'Notify',
        alert.title,
        alert.tone === 'info' ? 'inform' : TYPES[alert.tone],
        milliseconds(alert),
        linesBelowTitle(alert).map(escapeMarkdown).join('  \n'),
      );
    },
  };
}
