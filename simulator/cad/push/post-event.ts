// Posts one event to a game server, as the CAD does it: one connection each.
import { request } from 'node:http';
import { toPlainHeaders } from '../headers.ts';

/** What came of a post. `status` is null when there was no answer. */
export interface EventReply {
  readonly status: number | null;
  readonly headers: Readonly<Record<string, string>>;
  /** Text of the answer, or why there is none. */
  readonly body: string;
  readonly ms: number;
}

const TIMEOUT_MS = 10_000;

/** Sends a text as it stands. Never rejects. */
export async function postEvent(url: string, body: string, signal?: AbortSignal): Promise<EventReply> {
  const startedAt = performance.now();
  const answer = await send(url, body, signal).catch((error: Error) => ({
    status: null,
    headers: {},
    body: describeFailure(error),
  }));
  return { ...answer, ms: Math.max(1, Math.round(performance.now() - startedAt)) };
}

function send(url: string, body: string, signal?: AbortSignal): Promise<Omit<EventReply, 'ms'>> {
  return new Promise((resolve, reject) => {
    const bytes = Buffer.from(body);
    const headers = { 'Content-Type': 'application/json', 'Content-Length': bytes.length };
    const outgoing = request(
      url,
      { method: 'POST', agent: false, headers, timeout: TIMEOUT_MS, ...(signal ? { signal } : {}) },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () =>
          resolve({
            status: incoming.statusCode ?? null,
            headers: toPlainHeaders(incoming.headers),
            body: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    outgoing.on('timeout', () => outgoing.destroy(new Error(`no answer within ${TIMEOUT_MS / 1000} s`)));
    outgoing.on('error', reject);
    outgoing.end(bytes);
  });
}

function describeFailure(error: NodeJS.ErrnoException): string {
  if (error.code === 'ECONNREFUSED') return 'nothing listens on the game port';
  if (error.code === 'ECONNRESET') return 'the server closed the connection';
  return error.message;
}
