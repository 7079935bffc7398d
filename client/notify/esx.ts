// ESX: event `esx:showNotification (message, type, length, title)` (docs.esx-framework.org, esx_notify; ESX 1.13.5).

import { toUnmarkedText } from '../../shared/text.ts';
import type { Notifier, NotifierPorts, Tone } from './alert.ts';
import { linesBelowTitle, milliseconds } from './words.ts';

/** Older versions of esx_notify have no `warning` and fail on it. */
const ESX_TYPES: Readonly<Record<Tone, string>> = {
  info: 'info',
  success: 'success',
  warning: 'info',
  danger: 'error',
};

/** es_extended only hands on to esx_notify, which draws `~r~` codes, and HTML in older versions. */
export function createEsx({ neighbours, local }: NotifierPorts): Notifier {
  return {
    name: 'esx',
    isAvailable: () => neighbours.isRunning('es_extended') && neighbours.isRunning('esx_notify'),
    show(alert) {
      local.emit(
        'esx:showNotification',
        toUnmarkedText(linesBelowTitle(alert).join(' · ') || alert.title),
        ESX_TYPES[alert.tone],
        milliseconds(alert),
        toUnmarkedText(alert.title),
      );
    },
  };
}
