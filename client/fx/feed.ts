// Posts in the game's notification feed, drawn like a message from the emergency line.

import type { Feed } from '../ports.ts';
import { addLongText, longLabel, registerLongLabel } from './text.ts';

/** Picture of the emergency line, part of the game. Asked for early: a post before it is loaded has no picture. */
const PICTURE = 'CHAR_CALL911';
/** `iconType` of END_TEXT_COMMAND_THEFEED_POST_MESSAGETEXT: a chat box. */
const CHAT_BOX = 1;

export function createFeed(): Feed {
  registerLongLabel();
  RequestStreamedTextureDict(PICTURE, false);
  return {
    post({ sender, subject, body }) {
      BeginTextCommandThefeedPost(longLabel);
      addLongText(body);
      EndTextCommandThefeedPostMessagetext(PICTURE, PICTURE, false, CHAT_BOX, sender, subject);
    },
  };
}
