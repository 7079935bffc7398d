// The NUI page: messages to it, what it asks for, and the mouse.

import type { Page } from '../ports.ts';

/**
 * Not async, and every request is answered with exactly one value: otherwise the page waits for ever
 * (`ResourceUICallbacks.cpp`).
 */
export function createPage(): Page {
  let hadCursor = false;
  let keptInput = false;
  return {
    send: (message) => void SendNuiMessage(JSON.stringify(message)),
    on(request, run) {
      RegisterNuiCallback(request, (data: unknown, answer: (value: unknown) => void) => {
        try {
          run(data);
        } finally {
          answer({ ok: true });
        }
      });
    },
    setCursor(hasCursor, isTyping) {
      if (hasCursor !== hadCursor) SetNuiFocus(hasCursor, hasCursor);
      hadCursor = hasCursor;
      // The player goes on driving while the mouse is on the page, but not with the letters of a note.
      const keepsInput = hasCursor && !isTyping;
      if (keepsInput !== keptInput) SetNuiFocusKeepInput(keepsInput);
      keptInput = keepsInput;
    },
  };
}
