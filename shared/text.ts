// Text typed by players and dispatchers is hostile: cleaning for storage and escaping per place where it is drawn.

/** Control characters (line breaks included) and all other white space become one space. */
const BLANKS = /[\s\p{Cc}]+/gu;
/** Invisible characters that reorder, hide or break text: bidi controls, zero width, tags, lone surrogates. */
const INVISIBLE = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}\p{Cs}]/gu;
const ELLIPSIS = '…';

const SPACE = 0x20;

/** Printable ASCII without double spaces or outer spaces: needs no cleaning. Most texts are, and a loop is faster here. */
function isPlain(text: string): boolean {
  let before = SPACE;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < SPACE || code > 0x7e || (code === SPACE && before === SPACE)) return false;
    before = code;
  }
  return text === '' || before !== SPACE;
}

/** Cuts `text` to at most `max` code points, the last one an ellipsis when something was cut. */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  const points = Array.from(text);
  if (points.length <= max) return text;
  return `${points
    .slice(0, max - 1)
    .join('')
    .trimEnd()}${ELLIPSIS}`;
}

/** One line of well-formed, visible text of at most `max` code points. What remains is still markup to some sinks. */
export function cleanText(text: string, max: number): string {
  if (text.length <= max && isPlain(text)) return text;
  // Longer input is cut before the regular expressions run; invisible characters cannot push text out of that window.
  const head = text.length > max * 8 ? text.slice(0, max * 8) : text;
  return cutText(head.replace(INVISIBLE, '').replace(BLANKS, ' ').trim(), max);
}

/**
 * Text that the game draws as it stands: `~r~` codes, `<font>` markup and the characters the game's fonts draw as
 * Rockstar badges lose their meaning.
 */
export function toGameText(text: string): string {
  return text.replace(/[~<>∑¦‹›Ω]/g, (mark) => GAME_MARKS[mark] ?? ' ');
}

const GAME_MARKS: Readonly<Record<string, string>> = { '~': '-', '<': '(', '>': ')' };

/**
 * Text for the server console and chat: one visible line in reading order. `^1` colour codes are taken out, also those
 * that taking something out would form.
 */
export function toConsoleText(text: string): string {
  if (isPlain(text) && !text.includes('^')) return text;
  return text
    .replace(INVISIBLE, '')
    .replace(/\^+(?=[0-9*_=r])/g, '')
    .replace(BLANKS, ' ');
}

/** Text for sinks that draw HTML: shown as it was typed. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** Text for sinks that draw markdown (CommonMark and GitHub's additions): one line, shown as it was typed. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(BLANKS, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#!~|&@]|:(?=\/\/)|(?<=\bwww)\./gi, '\\$&')
    .replace(/^(?=[-+=])|(?<=^\d+)(?=[.)])/g, '\\');
}

/**
 * Text for sinks of which some versions draw HTML, `~r~` or `^1` codes and others plain text: characters that could be
 * markup give way to ones that look alike.
 */
export function toUnmarkedText(text: string): string {
  return text.replace(/[~<>^]|&(?=#?\w+;)/g, (mark) => UNMARKED[mark] ?? ' ');
}

const UNMARKED: Readonly<Record<string, string>> = { '~': '-', '<': '(', '>': ')', '^': 'ˆ', '&': '+' };

/** The same for t-notify, which draws a markdown of its own that knows no way of escaping. */
export function toTNotifyText(text: string): string {
  return toUnmarkedText(text)
    .replace(/[*`{}]/g, (mark) => T_NOTIFY[mark] ?? ' ')
    .replace(/(?<=#) |(?<=!)(?=\[)/g, '\u00a0')
    .replace(/^-+$/gm, '-');
}

const T_NOTIFY: Readonly<Record<string, string>> = { '*': '∗', '`': "'", '{': '(', '}': ')' };

/**
 * Splits text into parts of at most `maxBytes` UTF-8 bytes without cutting a code point: the game takes 99 bytes per
 * text component (`ADD_TEXT_COMPONENT_SUBSTRING_PLAYER_NAME`).
 */
export function splitBytes(text: string, maxBytes: number): string[] {
  const parts: string[] = [];
  let part = '';
  let size = 0;
  for (const char of text) {
    const bytes = utf8Length(char);
    if (size + bytes > maxBytes) {
      parts.push(part);
      part = '';
      size = 0;
    }
    part += char;
    size += bytes;
  }
  if (part !== '') parts.push(part);
  return parts;
}

/** UTF-8 bytes of one code point (the client runtime has no TextEncoder). */
function utf8Length(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
