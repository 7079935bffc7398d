// Names and signatures of natives, read from the declaration files of the installed @citizenfx packages.
import { readFileSync } from 'node:fs';
import type { Side } from '../host/types.ts';
import { packageFile } from '../paths.ts';

/** How a parameter is converted; the letters are those of the native kit. */
export interface Parameter {
  readonly name: string;
  readonly kind: 'S' | 'N' | 'B' | 'H' | 'F' | 'O';
  readonly optional: boolean;
}

export interface Signature {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** The kit's converter; `rt` takes the letters of its elements. */
  readonly result: { readonly kind: 'rv' | 'rn' | 'rs' | 'rp' | 'ro' | 'rt'; readonly elements: string };
}

export interface Signatures {
  has(name: string): boolean;
  get(name: string): Signature | undefined;
  /** Names of natives that occur in a text. */
  mentionedIn(text: string): Iterable<string>;
  readonly names: readonly string[];
}

const FILES: Record<Side, string> = {
  server: '@citizenfx/server/natives_server.d.ts',
  client: '@citizenfx/client/natives_universal.d.ts',
};
const loaded = new Map<Side, Signatures>();

/** The natives of one side. The file is read once per process, a signature is parsed when it is first asked for. */
export function signaturesOf(side: Side): Signatures {
  const known = loaded.get(side);
  if (known) return known;
  const signatures = readSignatures(readFileSync(packageFile(FILES[side]), 'utf8'));
  loaded.set(side, signatures);
  return signatures;
}

/** Reads a declaration file. */
export function readSignatures(text: string): Signatures {
  const lines = new Map<string, string>();
  for (const match of text.matchAll(/^declare function (\w+)(\(.*\): .+);$/gm)) {
    if (match[1] && match[2]) lines.set(match[1], match[2]);
  }
  const parsed = new Map<string, Signature>();
  return {
    names: [...lines.keys()],
    has: (name) => lines.has(name),
    get(name) {
      const line = lines.get(name);
      if (line === undefined) return undefined;
      let signature = parsed.get(name);
      if (!signature) {
        signature = parseSignature(name, line);
        parsed.set(name, signature);
      }
      return signature;
    },
    *mentionedIn(source) {
      for (const [word] of source.matchAll(/\b[A-Z]\w{3,}/g)) if (lines.has(word)) yield word;
    },
  };
}

function parseSignature(name: string, line: string): Signature {
  const [, list = '', result = 'void'] = /^\((.*)\): (.+)$/.exec(line.replace(/\/\*.*?\*\//g, '')) ?? [];
  const parameters = list
    ? list.split(/, (?=\w+\??:)/).map((text) => {
        const [, parameter = '', optional, type = 'number'] = /^(\w+)(\?)?: (.+)$/.exec(text.trim()) ?? [];
        return { name: parameter, kind: parameterKind(type.trim()), optional: optional !== undefined };
      })
    : [];
  return { name, parameters, result: resultKind(result.trim()) };
}

function parameterKind(type: string): Parameter['kind'] {
  switch (type) {
    case 'string':
      return 'S';
    case 'boolean':
      return 'B';
    case 'string | number':
      return 'H';
    case 'Function':
      return 'F';
    case 'any':
      return 'O';
    default:
      return 'N';
  }
}

function resultKind(type: string): Signature['result'] {
  switch (type) {
    case 'number':
      return { kind: 'rn', elements: '' };
    case 'string':
      return { kind: 'rs', elements: '' };
    case 'number[]':
      return { kind: 'rp', elements: '' };
    case 'any':
      return { kind: 'ro', elements: '' };
    case 'boolean':
    case 'void':
      return { kind: 'rv', elements: '' };
    default:
      return { kind: 'rt', elements: type.slice(1, -1).split(',').map(elementKind).join('') };
  }
}

/** Only the native's own result comes first and untyped; what follows are numbers, even where they mean booleans. */
function elementKind(type: string, index: number): string {
  const text = type.trim();
  if (text === 'string') return 's';
  if (text === 'number[]') return 'p';
  return text === 'boolean' && index === 0 ? 'v' : 'n';
}
