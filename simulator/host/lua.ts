// Reads the Lua that manifests are written in: calls with strings, tables and literals. No variables, no logic.

export type LuaValue = string | number | boolean | null | LuaTable;

/** A table: its list part and its named part. */
export interface LuaTable {
  readonly list: LuaValue[];
  readonly named: Map<string, LuaValue>;
}

/** `name(arguments…)` at the top level; a chain `name 'a' { b }` has several arguments. */
export interface LuaCall {
  readonly name: string;
  readonly args: readonly LuaValue[];
  readonly line: number;
}

/** A construct outside the subset, or broken Lua. */
export class LuaError extends Error {
  override name = 'LuaError';
}

/** Parses a chunk into its calls. */
export function parseLua(text: string): LuaCall[] {
  const reader = createReader(text);
  const calls: LuaCall[] = [];
  reader.skip();
  while (!reader.atEnd()) {
    const line = reader.line();
    const name = reader.name();
    const args: LuaValue[] = [];
    do {
      args.push(reader.argument());
      reader.skip();
    } while (reader.startsArgument());
    calls.push({ name, args, line });
  }
  return calls;
}

const ESCAPES: Record<string, string> = { n: '\n', t: '\t', r: '\r', a: '\x07', b: '\b', f: '\f', v: '\v' };

function unescapeLua(text: string): string {
  return text.replace(/\\(\d{1,3}|.)/gs, (_all, code: string) =>
    /\d/.test(code) ? String.fromCharCode(Number(code)) : (ESCAPES[code] ?? code),
  );
}

function createReader(text: string) {
  let at = 0;
  const line = () => text.slice(0, at).split('\n').length;
  const fail = (message: string): never => {
    throw new LuaError(`${message} near line ${line()}`);
  };
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };

  function skip(): void {
    for (;;) {
      at += match(/[\s;]*/y)?.[0].length ?? 0;
      if (!text.startsWith('--', at)) return;
      const long = match(/--\[(=*)\[/y);
      const end = long ? text.indexOf(`]${long[1]}]`, at) : text.indexOf('\n', at);
      at = end < 0 ? text.length : end + (long ? 2 + (long[1]?.length ?? 0) : 1);
    }
  }

  function name(): string {
    const found = match(/[A-Za-z_]\w*/y)?.[0];
    if (found === undefined) return fail(`unexpected '${text[at]}'`);
    at += found.length;
    skip();
    return found;
  }

  const startsString = () => match(/["']|\[=*\[/y) !== null;
  const startsArgument = () => startsString() || text[at] === '{' || text[at] === '(';

  function argument(): LuaValue {
    if (text[at] === '(') {
      at++;
      skip();
      const inner = value();
      skip();
      if (text[at] !== ')') return fail("')' expected");
      at++;
      return inner;
    }
    if (startsString()) return string();
    if (text[at] === '{') return table();
    return fail('a string or a table expected');
  }

  function value(): LuaValue {
    if (startsString()) return string();
    if (text[at] === '{') return table();
    const number = match(/-?(?:0x[\da-f]+|\d+(?:\.\d*)?(?:e[-+]?\d+)?)/iy)?.[0];
    if (number !== undefined) {
      at += number.length;
      return Number(number);
    }
    const word = name();
    if (word === 'true' || word === 'false') return word === 'true';
    return word === 'nil' ? null : fail(`'${word}': only literals are understood`);
  }

  function string(): string {
    const long = match(/\[(=*)\[\r?\n?/y);
    if (long) {
      const start = at + long[0].length;
      const end = text.indexOf(`]${long[1]}]`, start);
      if (end < 0) return fail('unfinished long string');
      at = end + 2 + (long[1]?.length ?? 0);
      return text.slice(start, end);
    }
    const short = match(/"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'/sy);
    if (!short) return fail('unfinished string');
    at += short[0].length;
    return unescapeLua(short[1] ?? short[2] ?? '');
  }

  function table(): LuaTable {
    const result: LuaTable = { list: [], named: new Map() };
    at++;
    for (skip(); text[at] !== '}'; skip()) {
      if (at >= text.length) return fail("'}' expected");
      member(result);
      skip();
      if (text[at] === ',') at++;
      else if (text[at] !== '}' && !/[;\s]/.test(text[at - 1] ?? '')) return fail("',' or '}' expected");
    }
    at++;
    return result;
  }

  function member(into: LuaTable): void {
    const key = match(/([A-Za-z_]\w*)\s*=(?!=)\s*/y);
    if (key?.[1] !== undefined) {
      at += key[0].length;
      into.named.set(key[1], value());
    } else if (text[at] === '[' && !startsString()) {
      at++;
      skip();
      const index = value();
      skip();
      if (text[at++] !== ']') fail("']' expected");
      skip();
      if (text[at++] !== '=') fail("'=' expected");
      skip();
      into.named.set(String(index), value());
    } else {
      into.list.push(value());
    }
  }

  return { skip, name, argument, startsArgument, line, atEnd: () => at >= text.length };
}
