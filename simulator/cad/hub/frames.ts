// The JSON protocol of SignalR hubs: messages as JSON texts, each ended by the record separator.
// github.com/dotnet/aspnetcore, src/SignalR/docs/specs/HubProtocol.md

const RECORD_SEPARATOR = '\u001e';

export const messageType = {
  invocation: 1,
  streamItem: 2,
  completion: 3,
  streamInvocation: 4,
  cancelInvocation: 5,
  ping: 6,
  close: 7,
} as const;

export type HubMessage = Readonly<Record<string, unknown>>;

export function encodeFrame(message: HubMessage): string {
  return JSON.stringify(message) + RECORD_SEPARATOR;
}

export interface FrameReader {
  /** The messages that are complete with this text; null for one that is no JSON object. */
  read(text: string): (HubMessage | null)[];
}

/** Puts texts together as they come: several messages may be in one, and one in several. */
export function createFrameReader(): FrameReader {
  let pending = '';
  return {
    read(text) {
      const parts = (pending + text).split(RECORD_SEPARATOR);
      pending = parts.pop() ?? '';
      return parts.map(parseMessage);
    },
  };
}

function parseMessage(text: string): HubMessage | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as HubMessage)
      : null;
  } catch {
    return null;
  }
}
