// Posts a body to a web server and tells the status of the answer; whatever the other side does, it ends in time.

import http from 'node:http';
import https from 'node:https';
// Not the host's global timers: those run on game ticks, these with the sockets they watch.
import { clearTimeout, setTimeout } from 'node:timers';
import { toReason } from './post-reason.ts';

export interface PostRequest {
  /** HTTP or HTTPS; credentials in it become an Authorization header. */
  readonly url: URL;
  readonly body: string | Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
  /** From the name lookup to the last byte of the answer. */
  readonly timeoutMs: number;
}

export interface PostAnswer {
  readonly status: number;
  /** What the `Retry-After` header asks for, from now on, or null. */
  readonly retryAfterMs: number | null;
}

/**
 * Sends a request. Settles within `timeoutMs`: with the answer as soon as there is a status, even when its body fails;
 * otherwise with an `Error` whose message is a few words without any part of address, headers or body. Redirects are
 * answers like others and are not followed.
 */
export type Post = (request: PostRequest) => Promise<PostAnswer>;

/** A `Post` with connections that are used again. */
export interface PostClient {
  readonly post: Post;
  /** Closes all connections; what is under way fails. */
  close(): void;
}

/** Nobody reads an answer's body: a short one is drained to keep the connection, a longer one costs the connection. */
const MAX_ANSWER_BYTES = 64 * 1024;
/** Idle connections are closed before common servers do it (5 s in Node.js and FXServer). */
const IDLE_MS = 4_000;
const AGENT_OPTIONS = { keepAlive: true, timeout: IDLE_MS, maxFreeSockets: 1 } as const;

/**
 * Sockets in use are not `unref`ed: FXServer runs a resource's event loop with `UV_RUN_NOWAIT`
 * (`NodeScriptRuntime::TickFast`), which polls nothing at all while only unref'ed handles are left.
 */
export function createPostClient(): PostClient {
  const agents = { http: new http.Agent(AGENT_OPTIONS), https: new https.Agent(AGENT_OPTIONS) };
  return {
    async post(request) {
      const deadline = new AbortController();
      const timer = setTimeout(() => deadline.abort(), request.timeoutMs);
      try {
        const agent = request.url.protocol === 'https:' ? agents.https : agents.http;
        return await exchange(request, agent, deadline.signal);
      } catch (error) {
        const reason = deadline.signal.aborted
          ? `no answer within ${request.timeoutMs / 1000} s`
          : toReason(error);
        throw new Error(reason);
      } finally {
        clearTimeout(timer);
      }
    },
    close() {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

/** One request and its answer. `agent` false stands for a connection of its own. */
function exchange(request: PostRequest, agent: http.Agent | false, signal: AbortSignal): Promise<PostAnswer> {
  const { url, body } = request;
  const headers = { ...request.headers, 'Content-Length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    let answer: PostAnswer | null = null;
    let failure: unknown = null;
    const { request: start } = url.protocol === 'https:' ? https : http;
    const sent = start(url, { method: 'POST', headers, agent, signal });
    sent.on('response', (response) => {
      answer = toAnswer(response);
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > MAX_ANSWER_BYTES) response.destroy();
      });
      // The status has arrived: the event was decided on, and sending it again would repeat it.
      response.on('error', () => undefined);
    });
    sent.on('error', (error) => {
      failure ??= error;
    });
    // The one event that always comes last.
    sent.on('close', () => {
      if (answer) resolve(answer);
      else if (sent.reusedSocket && isReset(failure) && !signal.aborted) {
        // The server had closed the idle connection while we wrote to it.
        resolve(exchange(request, false, signal));
      } else reject(failure);
    });
    sent.end(body);
  });
}

function toAnswer({ statusCode = 0, headers }: http.IncomingMessage): PostAnswer {
  return { status: statusCode, retryAfterMs: toRetryAfterMs(headers['retry-after'], Date.now()) };
}

/** `Retry-After` is a number of seconds or a date (RFC 9110, 10.2.3); anything else is none. `now` in ms. */
export function toRetryAfterMs(value: string | undefined, now: number): number | null {
  if (value === undefined) return null;
  if (/^\s*\d{1,9}\s*$/.test(value)) return Number(value) * 1000;
  const at = /\d{4}/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

function isReset(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  return code === 'ECONNRESET' || code === 'EPIPE';
}
