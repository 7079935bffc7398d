// How the game names keys in its hints: most by their text, some by the number of a picture.

const F_KEYS = Array.from({ length: 24 }, (_, index) => [`F${index + 1}`, 170 + index] as const);
const NUMBERS = Array.from({ length: 10 }, (_, index) => [`NUMPAD${index}`, 136 + index] as const);

const PICTURES: ReadonlyMap<string, number> = new Map([
  ...F_KEYS,
  ...NUMBERS,
  ['SUBTRACT', 130],
  ['ADD', 131],
  ['DECIMAL', 132],
  ['MULTIPLY', 134],
  ['NUMPADENTER', 135],
  ['UP', 194],
  ['DOWN', 195],
  ['LEFT', 196],
  ['RIGHT', 197],
  ['DELETE', 198],
  ['ESCAPE', 199],
  ['INSERT', 200],
  ['END', 201],
  ['LSHIFT', 1000],
  ['RSHIFT', 1001],
  ['TAB', 1002],
  ['RETURN', 1003],
  ['BACK', 1004],
  ['HOME', 1008],
  ['PAGEUP', 1009],
  ['PAGEDOWN', 1010],
  ['NUMLOCK', 1011],
  ['CAPITAL', 1012],
  ['LCONTROL', 1013],
  ['RCONTROL', 1014],
  ['LMENU', 1015],
  ['RMENU', 1016],
  ['SPACE', 2000],
]);

/** What GET_CONTROL_INSTRUCTIONAL_BUTTON gives for a key; `''` is no key. */
export function keyButton(name: string): string {
  const key = name.toUpperCase();
  const picture = PICTURES.get(key);
  return picture === undefined ? `t_${key}` : `b_${picture}`;
}
