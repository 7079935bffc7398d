// Sends requests to web servers and reads their answers; whatever the other side does, it ends in time and within bounds.

import type { Agent, IncomingMessage } from 'node:http';
// Not the host's global timers: those run on game ticks, these with the sockets they watch.
import { clearTimeout, setTimeout } from 'node:timers';
import { ok, type Result, refuse } from '../../shared/result.ts';
import { nodeHttp, nodeHttps } from '../node-modules.ts';
import { toRetryAfterMs } from './retry-after.ts';
import { toReason } from './trouble.ts';

export interface HttpClientRequest {
  readonly method: string;
  /** HTTP or HTTPS; credentials in it become an Authorization header. */
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Null for a request without one. */
  readonly body: string | Uint8Array | null;
  /** From the name lookup to the last byte of the answer. */
  readonly timeoutMs: number;
  /** A longer body is not read to its end, and costs the connection. */
  readonly maxAnswerBytes: number;
  /**
   * Whether it may be carried out twice: then it may go over a connection that the other side is just closing, and is sent
   * again when that was so. Left out: unless it is a POST.
   */
  readonly isRepeatable?: boolean;
}

/** An answer. Its status has arrived; its body may have not. */
export interface HttpAnswer {
  readonly status: number;
  /** What the `Retry-After` header asks for, from now on, or null. */
  readonly retryAfterMs: number | null;
  /** What the other side's clock said (ms since the epoch, to the second); left out when it does not say. */
  readonly saidAt?: number;
  /** As much of the body as came. */
  readonly body: Uint8Array;
  /** Why the body is not whole, or null when it is. */
  readonly bodyTrouble: 'too long' | 'too late' | 'broken off' | null;
}

/** Why there is no answer at all: a few words without any part of address, headers or body. */
export interface HttpTrouble {
  readonly isTimeout: boolean;
  readonly reason: string;
}

/** Sends a request and settles within its `timeoutMs`; never rejects. Redirects are answers and not followed. */
export type Send = (request: HttpClientRequest) => Promise<Result<HttpAnswer, HttpTrouble>>;

/** A `Send` with connections that are used again. */
export interface HttpClient {
  readonly send: Send;
  /** Closes all connections; what is under way fails. */
  close(): void;
}

/** Idle connections are closed before common servers do it (5 s in Node.js and FXServer). */
const IDLE_MS = 4_000;
const KEPT = { keepAlive: true, timeout: IDLE_MS, maxFreeSockets: 1 } as const;
const FRESH = { keepAlive: false } as const;

/**
 * Sockets in use are not `unref`ed: FXServer runs a resource's event loop with `UV_RUN_NOWAIT`
 * (`NodeScriptRuntime::TickFast`), which polls nothing at all while only unref'ed handles are left.
 */
export function createHttpClient(): HttpClient {
  const agents = new Map<string, Agent>();
  /** Where the request has a connection of its own, nothing that fails leaves open whether to send it again. */
  function agentFor({ url, method, isRepeatable = method !== 'POST' }: HttpClientRequest): Agent {
    const name = `${url.protocol} ${isRepeatable}`;
    const { Agent } = url.protocol === 'https:' ? nodeHttps() : nodeHttp();
    const agent = agents.get(name) ?? new Agent(isRepeatable ? KEPT : FRESH);
    agents.set(name, agent);
    return agent;
  }
  return {
    async send(request) {
      const deadline = new AbortController();
      const timer = setTimeout(() => deadline.abort(), request.timeoutMs);
      try {
        return ok(await exchange(request, agentFor(request), deadline.signal));
      } catch (error) {
        return deadline.signal.aborted
          ? refuse({ isTimeout: true, reason: `no answer within ${request.timeoutMs / 1000} s` })
          : refuse({ isTimeout: false, reason: toReason(error) });
      } finally {
        clearTimeout(timer);
      }
    },
    close() {
      for (const agent of agents.values()) agent.destroy();
    },
  };
}

/** One request and its answer. `agent` false stands for a connection of its own. */
function exchange(
  request: HttpClientRequest,
  agent: Agent | false,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  const { method, url, body, maxAnswerBytes } = request;
  const length = body === null ? {} : { 'Content-Length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    let toAnswer: ReturnType<typeof collect> | null = null;
    let failure: unknown = null;
    const { request: start } = url.protocol === 'https:' ? nodeHttps() : nodeHttp();
    const sent = start(url, { method, headers: { ...request.headers, ...length }, agent, signal });
    sent.on('response', (response) => {
      toAnswer = collect(response, maxAnswerBytes);
    });
    sent.on('error', (error) => {
      failure ??= error;
    });
    // The one event that always comes last.
    sent.on('close', () => {
      if (toAnswer) resolve(toAnswer(signal.aborted));
      else if (sent.reusedSocket && isReset(failure) && !signal.aborted) {
        // The server had closed the idle connection while we wrote to it.
        resolve(exchange(request, false, signal));
      } else reject(failure);
    });
    sent.end(body ?? undefined);
  });
}

/** Reads the body as it comes. The result is to be called at the end, with whether time had run out by then. */
function collect(response: IncomingMessage, maxBytes: number): (isLate: boolean) => HttpAnswer {
  const chunks: Buffer[] = [];
  let size = 0;
  response.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > maxBytes) response.destroy();
    else chunks.push(chunk);
  });
  // The status has arrived: the request was decided on, and sending it again would repeat it.
  response.on('error', () => undefined);
  return (isLate) => {
    const saidAt = Date.parse(response.headers.date ?? '');
    const cut = size > maxBytes ? 'too long' : isLate ? 'too late' : 'broken off';
    return {
      status: response.statusCode ?? 0,
      retryAfterMs: toRetryAfterMs(response.headers['retry-after'], Date.now()),
      ...(!Number.isNaN(saidAt) && { saidAt }),
      body: Buffer.concat(chunks),
      bodyTrouble: response.complete && size <= maxBytes ? null : cut,
    };
  };
}

function isReset(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  return code === 'ECONNRESET' || code === 'EPIPE';
}
