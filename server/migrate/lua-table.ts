// Reads the table of a Lua file of settings: `local config = { ... }` with plain values in it. Nothing is run.

/** A value as it stands there; null stands for what only Lua could work out. A list is a table with "1", "2", ... */
export type LuaValue = string | number | boolean | null | LuaTable;
export interface LuaTable {
  readonly [name: string]: LuaValue;
}

const MAX_DEPTH = 16;
const TOKEN =
  /\s+|--\[(=*)\[[\s\S]*?\]\1\]|--[^\n]*|\[(=*)\[([\s\S]*?)\]\2\]|"((?:[^"\\\n]|\\[\s\S])*)"|'((?:[^'\\\n]|\\[\s\S])*)'|0[xX][\da-fA-F]+|\d+\.?\d*(?:[eE][+-]?\d+)?|[A-Za-z_][\w.]*|[\s\S]/g;

/** One word of Lua; `text` of a string is what stands between its quotes. */
interface Token {
  readonly kind: 'string' | 'word';
  readonly text: string;
}

/** The table called `config`, or null when there is none that can be read. */
export function readLuaConfig(source: string): LuaTable | null {
  const tokens = tokensOf(source);
  let depth = 0;
  for (const [at, { kind, text }] of tokens.entries()) {
    if (kind === 'string') continue;
    if (text === '{') depth += 1;
    else if (text === '}') depth -= 1;
    else if (depth === 0 && text === 'config' && tokens[at + 1]?.text === '=' && tokens[at + 2]?.text === '{')
      return createReader(tokens.slice(at + 2)).table(0);
  }
  return null;
}

function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  for (const match of source.matchAll(TOKEN)) {
    const [text, , , long, double, single] = match;
    if (long !== undefined) tokens.push({ kind: 'string', text: long.replace(/^\r?\n/, '') });
    else if (double !== undefined || single !== undefined) {
      tokens.push({ kind: 'string', text: withoutEscapes(double ?? single ?? '') });
    } else if (text.trim() !== '' && !text.startsWith('--')) tokens.push({ kind: 'word', text });
  }
  return tokens;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };
const withoutEscapes = (text: string) =>
  text.replace(/\\([\s\S])/g, (_, sign: string) => ESCAPES[sign] ?? sign);

function createReader(tokens: readonly Token[]) {
  let at = 0;
  const peek = (ahead = 0) => tokens[at + ahead];
  const isSign = (sign: string, ahead = 0) => {
    const token = peek(ahead);
    return token?.kind === 'word' && token.text === sign;
  };

  /** A value; the words of what is no plain value are passed over, up to the end of the field. */
  function value(depth: number): LuaValue {
    const read = plain(depth);
    if (isFieldEnd()) return read;
    skipField();
    return null;
  }

  function plain(depth: number): LuaValue {
    if (isSign('{') && depth < MAX_DEPTH) return table(depth);
    const token = peek();
    if (!token || isFieldEnd()) return null;
    at += 1;
    if (token.kind === 'string') return token.text;
    if (token.text === 'true' || token.text === 'false') return token.text === 'true';
    const isNegative = token.text === '-' && !isFieldEnd();
    const number = Number(isNegative ? tokens[at++]?.text : token.text);
    if (Number.isNaN(number)) return null;
    return isNegative ? -number : number;
  }

  const isFieldEnd = () => peek() === undefined || ['}', ',', ';'].some((sign) => isSign(sign));

  function skipField(): void {
    let depth = 0;
    while (peek() && (depth > 0 || !isFieldEnd())) {
      if (['{', '('].some((sign) => isSign(sign))) depth += 1;
      else if (['}', ')'].some((sign) => isSign(sign))) depth -= 1;
      at += 1;
    }
  }

  function table(depth: number): LuaTable {
    const fields: Record<string, LuaValue> = Object.create(null);
    let next = 1;
    at += 1;
    while (peek() && !isSign('}')) {
      const before = at;
      const key = fieldName();
      fields[key ?? String(next++)] = value(depth + 1);
      while (isSign(',') || isSign(';')) at += 1;
      if (at === before) at += 1;
    }
    at += 1;
    return { ...fields };
  }

  /** The name in `name =` or `["name"] =`; null for an entry without one. */
  function fieldName(): string | null {
    if (isSign('[') && isSign(']', 2) && isSign('=', 3)) {
      const name = peek(1)?.text ?? '';
      at += 4;
      return name;
    }
    if (peek()?.kind === 'word' && isSign('=', 1)) {
      const name = peek()?.text ?? '';
      at += 2;
      return name;
    }
    return null;
  }

  return { table };
}
