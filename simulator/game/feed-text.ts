// Turns game text into what the player sees: styled runs, line by line, and the markup that made them so.
import { hudColour } from './hud-colours.ts';

export interface TextRun {
  readonly text: string;
  /** CSS colour. */
  readonly colour: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** `<C>`: the condensed letters of player names. */
  readonly condensed: boolean;
  /** Factor of the usual size. */
  readonly size: number;
  /** Name of a drawing in place of text, such as `BLIP_GARAGE`. */
  readonly icon: string | null;
}

export interface FeedText {
  readonly runs: readonly TextRun[];
  readonly lines: readonly (readonly TextRun[])[];
  /** The text alone, lines joined with line feeds. */
  readonly plain: string;
  /** Every code and tag that was obeyed rather than shown: what leaks when text was not made safe. */
  readonly markup: readonly string[];
}

type Style = Omit<TextRun, 'text' | 'icon'>;

const DEFAULT_COLOUR = hudColour('WHITE') ?? '#ffffff';
/** Usual letter size in `<FONT SIZE>` units. */
const USUAL_SIZE = 13;

/** Codes of one letter that set a colour (docs.fivem.net, text formatting). */
const LETTERS: Readonly<Record<string, string>> = {
  r: 'RED',
  g: 'GREEN',
  b: 'BLUE',
  f: 'FRIENDLY',
  y: 'YELLOW',
  c: 'MENU_GREY',
  t: 'MENU_GREY',
  o: 'ORANGE',
  p: 'PURPLE',
  q: 'PINK',
  m: 'MID_GREY_MP',
  l: 'BLACK',
  d: 'BLUEDARK',
  w: 'WHITE',
  v: 'SCRIPT_VARIABLE',
  u: 'SCRIPT_VARIABLE_2',
};

/** A code between tildes, a tag between angle brackets, or a line feed. */
const TOKEN = /~([^~\n]+)~|<(\/?)([a-z][a-z0-9]*)((?:\s[^<>]*)?)\/?>|\n/gi;

function colourOfCode(code: string): string | null {
  if (code === 's') return DEFAULT_COLOUR;
  const letter = LETTERS[code];
  if (letter) return hudColour(letter);
  const named = /^(?:HUD_COLOUR|HC)_(\w+)$/i.exec(code)?.[1];
  if (named === undefined) return null;
  return hudColour(/^\d+$/.test(named) ? Number(named) : named) ?? DEFAULT_COLOUR;
}

function attributeOf(attributes: string, name: string): string | null {
  const match = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|(\\S+))`, 'i').exec(attributes);
  return match ? (match[1] ?? match[2] ?? match[3] ?? null) : null;
}

function fontStyle(style: Style, attributes: string): Style {
  const colour = attributeOf(attributes, 'color');
  const size = Number(attributeOf(attributes, 'size'));
  return {
    ...style,
    ...(colour && /^#[\da-f]{6}$/i.test(colour) && { colour: colour.toLowerCase() }),
    ...(size > 0 && { size: size / USUAL_SIZE }),
  };
}

const TAG_STYLES: Readonly<Record<string, (style: Style, attributes: string) => Style>> = {
  c: (style) => ({ ...style, condensed: true }),
  b: (style) => ({ ...style, bold: true }),
  i: (style) => ({ ...style, italic: true }),
  font: fontStyle,
};

/**
 * What the game draws for a text. Codes and tags it does not know are not drawn; a tilde without a second one and
 * an angle bracket that begins no tag are drawn as they are.
 */
export function describeFeedText(text: string): FeedText {
  const lines: TextRun[][] = [[]];
  const markup: string[] = [];
  const opened: { tag: string; before: Style }[] = [];
  let style: Style = { colour: DEFAULT_COLOUR, bold: false, italic: false, condensed: false, size: 1 };

  const draw = (shown: string, icon: string | null = null): void => {
    if (shown !== '') lines.at(-1)?.push({ text: shown, ...style, icon });
  };

  const obeyCode = (code: string): void => {
    const colour = colourOfCode(code);
    if (colour) style = { ...style, colour };
    else if (code === 'n' || code === 'nrt') lines.push([]);
    else if (code === 'h' || code === 'bold') style = { ...style, bold: !style.bold };
    else if (code === 'italic') style = { ...style, italic: !style.italic };
    else if (code === 'ws' || code === 'wanted_star') draw('★', 'wanted_star');
    else if (/^(BLIP|INPUT|INPUTGROUP|PAD|EX)_|^(ACCEPT|CANCEL)$/.test(code)) draw(`[${code}]`, code);
  };

  const obeyTag = (tag: string, isEnd: boolean, attributes: string): void => {
    if (tag === 'br') lines.push([]);
    const styleOf = TAG_STYLES[tag];
    if (!styleOf) return;
    if (!isEnd) {
      opened.push({ tag, before: style });
      style = styleOf(style, attributes);
      return;
    }
    const at = opened.findLastIndex((entry) => entry.tag === tag);
    const entry = opened[at];
    if (!entry) return;
    style = entry.before;
    opened.length = at;
  };

  let from = 0;
  for (const match of text.matchAll(TOKEN)) {
    draw(text.slice(from, match.index));
    from = match.index + match[0].length;
    const [whole, code, slash, tag, attributes = ''] = match;
    if (whole !== '\n') markup.push(whole);
    if (code !== undefined) obeyCode(code);
    else if (tag !== undefined) obeyTag(tag.toLowerCase(), slash === '/', attributes);
    else lines.push([]);
  }
  draw(text.slice(from));
  return {
    runs: lines.flat(),
    lines,
    plain: lines.map((line) => line.map((run) => run.text).join('')).join('\n'),
    markup,
  };
}
