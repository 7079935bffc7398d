// Reads JSON that people write: what is wrong with it is said with line and column, and nothing in it can throw.

import { createScanner, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { ok, type Result, refuse } from '../../shared/result.ts';
import { toConsoleText } from '../../shared/text.ts';

/** A tree with the place of everything in it; undefined where there is nothing but comments. */
export type JsonTree = Node | undefined;

/** Deeper than anything that makes sense here, and far from what a parser can take. */
const MAX_DEPTH = 32;
const SHOWN = 20;

/** Comments of server.cfg and of Lua. */
const OTHER_COMMENT = /^(?:#|--)/;

/** By jsonc-parser's names of errors. */
const EXPECTED: Readonly<Record<string, string>> = {
  InvalidSymbol: 'a value; texts and names stand between straight quotes: "text"',
  InvalidNumberFormat: 'a number such as 12 or 0.5',
  PropertyNameExpected: 'the name of a setting in straight quotes, or the end of the group: }',
  ValueExpected: 'a value',
  ColonExpected: 'a colon after the name',
  CommaExpected: 'a comma in front of this',
  CloseBraceExpected: 'a closing }',
  CloseBracketExpected: 'a closing ]',
  EndOfFileExpected: 'nothing after the last closing }',
  InvalidCommentToken: 'no comment: none are allowed in this file',
  UnexpectedEndOfComment: 'the end of the comment: */',
  UnexpectedEndOfString: 'a straight quote at the end of the text',
  UnexpectedEndOfNumber: 'more digits',
  InvalidUnicode: 'four hexadecimal digits after \\u',
  InvalidEscapeCharacter: 'two backslashes in place of one: \\\\',
  InvalidCharacter: 'no line break or other control character inside a text',
};

/**
 * Comments and trailing commas are allowed where `isStrict` is false. A refusal names the place and what was expected;
 * the file's name is put in front.
 */
export function readJson(file: string, content: string, isStrict = false): Result<JsonTree, string> {
  const text = withoutMark(content);
  if (isUtf16(text)) {
    return refuse(
      `${file} is saved as UTF-16 ("Unicode" in Windows Notepad), which cannot be read: choose Save As in the editor and the encoding UTF-8`,
    );
  }
  const deep = tooDeepAt(text);
  if (deep !== null) {
    return refuse(`${placeIn(file, text, deep)}: expected no more than ${MAX_DEPTH} levels of brackets`);
  }
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, {
    allowTrailingComma: !isStrict,
    disallowComments: isStrict,
    allowEmptyContent: true,
  });
  const [error] = errors;
  if (!error) return ok(tree);
  const isComment = !isStrict && OTHER_COMMENT.test(text.slice(error.offset));
  const expected = isComment
    ? '// in front of a comment'
    : (EXPECTED[printParseErrorCode(error.error)] ?? 'JSON');
  const piece = toConsoleText(text.slice(error.offset, error.offset + error.length));
  return refuse(`${placeIn(file, text, error.offset)}: got ${toShown(piece)}, expected ${expected}`);
}

/** What was found, as far as it can be shown: a long text may be the one that nobody may see. */
function toShown(piece: string): string {
  if (piece === '') return 'the end of the file';
  if (piece.length > SHOWN) return 'a long text';
  return /^"[^"\\]*"$/.test(piece) ? piece : JSON.stringify(piece);
}

/** `config.json line 3, column 7`. The offset is one of the tree's. */
export function placeIn(file: string, content: string, offset: number): string {
  const before = withoutMark(content).slice(0, offset).split('\n');
  return `${file} line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

const withoutMark = (text: string) => text.replace(/^\uFEFF/, '');

/** The host reads files as UTF-8: of UTF-16 it makes two unreadable characters, and stops at the first zero. */
const isUtf16 = (text: string) => /^\uFFFD\uFFFD/.test(text) || text.includes('\0');

/** Where brackets go too deep, or null. */
function tooDeepAt(text: string): number | null {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (;;) {
    scanner.scan();
    const offset = scanner.getTokenOffset();
    // Its own token for the end has a length after a comment that is not closed.
    if (offset >= text.length) return null;
    const token = scanner.getTokenLength() === 1 ? text.charAt(offset) : '';
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    if (depth > MAX_DEPTH) return offset;
  }
}
