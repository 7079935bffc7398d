// Chat: event `chat:addMessage` (citizenfx/fivem, ext/system-resources/resources/chat at 06d4d348c).

import { toUnmarkedText } from '../../shared/text.ts';
import type { Notifier, NotifierPorts, Tone } from './alert.ts';
import { linesBelowTitle } from './words.ts';

/** Of the title: red, green and blue. */
const COLOURS: Readonly<Record<Tone, readonly [number, number, number]>> = {
  info: [120, 180, 255],
  success: [110, 220, 140],
  warning: [255, 190, 90],
  danger: [255, 90, 90],
};

/** It escapes HTML itself, but draws `^1` and `~r~` codes; other chats under its name may draw HTML. */
export function createChat({ neighbours, local }: NotifierPorts): Notifier {
  return {
    name: 'chat',
    isAvailable: () => neighbours.isRunning('chat'),
    show(alert) {
      local.emit('chat:addMessage', {
        args: [toUnmarkedText(alert.title), toUnmarkedText(linesBelowTitle(alert).join(' · '))],
        color: COLOURS[alert.tone],
        multiline: true,
      });
    },
  };
}
