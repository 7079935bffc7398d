// What the CAD says of a refusal: problem+json as an object or as a text in a text, a message, or plain words.

import { cleanText, cutText } from '../../shared/text.ts';
import { isObject } from '../push/envelope.ts';

const MAX_DETAIL = 200;
const FIELDS = ['detail', 'title', 'message', 'error', 'reason'] as const;

/** A line of at most 200 characters, or `''`; also `''` when it would show `secret`. `text` is the answer's body. */
export function readDetail(text: string, secret: string): string {
  const detail = cleanText(detailOf(text, 0), 10 * MAX_DETAIL);
  return detail.toLowerCase().includes(secret.toLowerCase()) ? '' : cutText(detail, MAX_DETAIL);
}

function detailOf(text: string, depth: number): string {
  const json = parse(text);
  if (typeof json === 'string' && depth < 2) return detailOf(json, depth + 1);
  if (isObject(json)) {
    const errors = isObject(json.errors) ? Object.values(json.errors).flat() : [];
    const words = [...errors, ...FIELDS.map((name) => json[name])];
    return (words.find((word) => typeof word === 'string' && word.trim() !== '') as string | undefined) ?? '';
  }
  // An HTML page is nobody's explanation.
  return json === undefined && !/^\s*</.test(text) ? text : '';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Plain words are an answer too.
  }
}
