// Commands, key mappings and chat suggestions.

import type { Input } from '../ports.ts';
import { keyLabel } from './key-labels.ts';

/** Marks the hash of a command as a control (`GET_CONTROL_INSTRUCTIONAL_BUTTON`). */
const COMMAND_CONTROL = 0x80000000;
const KEYBOARD = 2;

export function createInput(): Input {
  return {
    command: (name, run) => RegisterCommand(name, (_: number, args: string[]) => run(args), false),
    map: (command, description, key) => RegisterKeyMapping(command, description, 'keyboard', key),
    label(command) {
      const control = (GetHashKey(command) | COMMAND_CONTROL) >>> 0;
      return keyLabel(GetControlInstructionalButton(KEYBOARD, control, true) ?? '');
    },
    suggest: (command, help, params) => emit('chat:addSuggestion', command, help, params),
    unsuggest: (command) => emit('chat:removeSuggestion', command),
  };
}
