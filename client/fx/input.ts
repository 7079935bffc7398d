// Commands, key mappings and chat suggestions.

import type { Input } from '../ports.ts';

/** Marks the hash of a command as a control (`GET_CONTROL_INSTRUCTIONAL_BUTTON`). */
const COMMAND_CONTROL = 0x80000000;
const KEYBOARD = 2;
/** How the game begins the text of a key; keys with a picture of their own begin otherwise. */
const KEY_TEXT = 't_';
/** Pictures of keys that a driver may have bound, by the number behind `b_`. */
const KEY_PICTURES: Readonly<Record<string, string>> = {
  b_100: 'LMB',
  b_101: 'RMB',
  b_102: 'MMB',
  b_194: '↑',
  b_195: '↓',
  b_196: '←',
  b_197: '→',
  b_1000: 'Shift',
  b_1002: 'Tab',
  b_1003: 'Enter',
  b_1004: 'Backspace',
  b_1008: 'Home',
  b_1009: 'PgUp',
  b_1010: 'PgDn',
  b_1012: 'Shift',
  b_1013: 'Ctrl',
  b_1015: 'Alt',
  b_2000: 'Space',
};

export function createInput(): Input {
  return {
    command: (name, run) => RegisterCommand(name, (_: number, args: string[]) => run(args), false),
    map: (command, description, key) => RegisterKeyMapping(command, description, 'keyboard', key),
    label(command) {
      const control = (GetHashKey(command) | COMMAND_CONTROL) >>> 0;
      const text = GetControlInstructionalButton(KEYBOARD, control, true) ?? '';
      return text.startsWith(KEY_TEXT) ? text.slice(KEY_TEXT.length) : (KEY_PICTURES[text] ?? '');
    },
    suggest: (command, help, params) => emit('chat:addSuggestion', command, help, params),
  };
}
