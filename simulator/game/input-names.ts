// Names of input devices and keyboard keys that RegisterKeyMapping knows (docs.fivem.net, input mapper parameter ids).

const range = (from: number, to: number, prefix = ''): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `${prefix}${from + index}`);
const words = (text: string): string[] => text.trim().split(/\s+/);

/** Devices; those without a known list of parameters take any. */
const MAPPERS = new Set(
  words(`DIGITALBUTTON_AXIS GAME_CONTROLLED JOYSTICK_AXIS JOYSTICK_AXIS_NEGATIVE JOYSTICK_AXIS_POSITIVE
    JOYSTICK_BUTTON JOYSTICK_IAXIS JOYSTICK_POV JOYSTICK_POV_AXIS KEYBOARD MKB_AXIS MOUSE_ABSOLUTEAXIS MOUSE_BUTTON
    MOUSE_BUTTONANY MOUSE_CENTEREDAXIS MOUSE_RELATIVEAXIS MOUSE_SCALEDAXIS MOUSE_NORMALIZED MOUSE_WHEEL
    PAD_ANALOGBUTTON PAD_AXIS PAD_DEBUGBUTTON PAD_DIGITALBUTTON PAD_DIGITALBUTTONANY TOUCHPAD_ABSOLUTE_AXIS
    TOUCHPAD_CENTERED_AXIS`),
);

const KEYS = new Set([
  ...range(0, 9),
  ...range(1, 24, 'F'),
  ...range(0, 9, 'NUMPAD'),
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  ...words(`BACK TAB RETURN PAUSE CAPITAL ESCAPE SPACE PAGEUP PRIOR PAGEDOWN NEXT END HOME LEFT UP RIGHT DOWN SYSRQ
    SNAPSHOT INSERT DELETE LWIN RWIN APPS MULTIPLY ADD SUBTRACT DECIMAL DIVIDE NUMPADEQUALS NUMPADENTER NUMLOCK SCROLL
    LSHIFT RSHIFT LCONTROL RCONTROL LMENU RMENU OEM_1 SEMICOLON EQUALS PLUS COMMA MINUS PERIOD SLASH OEM_2 OEM_3 GRAVE
    LBRACKET OEM_4 OEM_5 BACKSLASH OEM_6 RBRACKET APOSTROPHE OEM_7 OEM_102 RAGE_EXTRA1 RAGE_EXTRA2 RAGE_EXTRA3
    RAGE_EXTRA4 CHATPAD_GREEN_SHIFT CHATPAD_ORANGE_SHIFT`),
]);

/** What is wrong with a default binding, or null. Names are known in any casing. */
export function bindingFault(mapper: string, key: string): string | null {
  if (!MAPPERS.has(mapper.toUpperCase())) return `there is no input device ${mapper}`;
  if (mapper.toUpperCase() === 'KEYBOARD' && !KEYS.has(key.toUpperCase())) return `there is no key ${key}`;
  return null;
}
