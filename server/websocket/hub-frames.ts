// The JSON protocol of SignalR hubs: messages as JSON texts, each ended by the record separator.
// github.com/dotnet/aspnetcore, src/SignalR/docs/specs/HubProtocol.md

import { isObject } from '../push/envelope.ts';

const RECORD_SEPARATOR = '\u001e';

/** The types of messages that are used here; there are others, of streams. */
export const MESSAGE_TYPE = { invocation: 1, completion: 3, ping: 6, close: 7 } as const;

export type HubMessage = Readonly<Record<string, unknown>>;

export function encodeFrame(message: HubMessage): string {
  return JSON.stringify(message) + RECORD_SEPARATOR;
}

export interface FrameReader {
  /** The messages that are complete with this text; null for one that is no JSON object. */
  read(text: string): (HubMessage | null)[];
  /** Characters of a message that is not complete yet. */
  waiting(): number;
}

/** Puts texts together as they come: several messages may be in one, and one in several. */
export function createFrameReader(): FrameReader {
  let parts: string[] = [];
  let waiting = 0;
  return {
    read(text) {
      const [first = '', ...rest] = text.split(RECORD_SEPARATOR);
      parts.push(first);
      waiting += first.length;
      if (rest.length === 0) return [];
      const last = rest.pop() ?? '';
      const complete = [parts.join(''), ...rest];
      parts = [last];
      waiting = last.length;
      return complete.map(parseMessage);
    },
    waiting: () => waiting,
  };
}

function parseMessage(text: string): HubMessage | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
