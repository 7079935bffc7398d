// Splits console input into commands and a command into words, with quotes, comments and JSON arguments.

/** Commands of a buffer or config file: separated by line ends and, outside quotes, by `;`. */
export function splitCommands(text: string): string[] {
  const commands: string[] = [];
  let start = 0;
  let quoted = false;
  for (let i = 0; i <= text.length; i++) {
    const char = text[i];
    if (!quoted && (char === '{' || char === '[')) {
      const end = jsonEnd(text, i);
      if (end > i) {
        i = end - 1;
        continue;
      }
    }
    if (char === '"') quoted = !quoted;
    const ends = char === undefined || char === '\r' || char === '\n' || (char === ';' && !quoted);
    if (!ends) continue;
    if (text.slice(start, i).trim() !== '') commands.push(text.slice(start, i));
    start = i + 1;
    quoted = false;
  }
  return commands;
}

/** Words of one command. `#` and `//` start a comment where a word could start; `\"` is a quote inside quotes. */
export function tokenize(line: string): string[] {
  const words: string[] = [];
  let i = 0;
  while (true) {
    i = skipBlank(line, i);
    if (i >= line.length || isComment(line, i)) return words;
    const json = line[i] === '{' || line[i] === '[' ? jsonEnd(line, i) : i;
    if (json > i) {
      words.push(line.slice(i, json));
      i = json;
    } else {
      const word = line[i] === '"' ? quotedWord(line, i) : plainWord(line, i);
      words.push(word.text);
      i = word.end;
    }
  }
}

function skipBlank(line: string, from: number): number {
  let i = from;
  while (i < line.length && line.charCodeAt(i) <= 32) i++;
  if (i === 0 || !line.startsWith('/*', i)) return i;
  const end = line.indexOf('*/', i);
  return end < 0 ? line.length : skipBlank(line, end + 2);
}

function isComment(line: string, at: number): boolean {
  return line[at] === '#' || line.startsWith('//', at);
}

function quotedWord(line: string, from: number): { text: string; end: number } {
  let text = '';
  let i = from + 1;
  for (; i < line.length && line[i] !== '"'; i++) {
    if (line[i] === '\\' && line[i + 1] === '"') i++;
    text += line[i];
  }
  return { text, end: i + 1 };
}

function plainWord(line: string, from: number): { text: string; end: number } {
  let i = from;
  while (i < line.length && line.charCodeAt(i) > 32 && line[i] !== '"') i++;
  return { text: line.slice(from, i), end: i };
}

/** End of the JSON object or array that starts here, or the start when there is none. */
function jsonEnd(text: string, start: number): number {
  let depth = 0;
  // Strings are skipped whole, brackets counted, everything else passed over.
  for (const { 0: token, index } of text.slice(start).matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/gs)) {
    if (token === '{' || token === '[') depth++;
    else if (token === '}' || token === ']') depth--;
    if (depth > 0) continue;
    const end = start + index + 1;
    return isJson(text.slice(start, end)) ? end : start;
  }
  return start;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
