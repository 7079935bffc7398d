// mythic_notify: event `mythic_notify:client:SendAlert` with `{ type, text, length }` (its README; v1.0.3 and later).

import { toUnmarkedText } from '../../shared/text.ts';
import type { Notifier, NotifierPorts, Tone } from './alert.ts';
import { linesBelowTitle, milliseconds } from './words.ts';

const MYTHIC_TYPES: Readonly<Record<Tone, string>> = {
  info: 'inform',
  success: 'success',
  warning: 'inform',
  danger: 'error',
};

/** One text, drawn as HTML by the original and as plain text by some of its successors. */
export function createMythicNotify({ neighbours, local }: NotifierPorts): Notifier {
  return {
    name: 'mythic_notify',
    isAvailable: () => neighbours.isRunning('mythic_notify'),
    show(alert) {
      local.emit('mythic_notify:client:SendAlert', {
        type: MYTHIC_TYPES[alert.tone],
        text: toUnmarkedText([alert.title, ...linesBelowTitle(alert)].join(' · ')),
        length: milliseconds(alert),
      });
    },
  };
}
