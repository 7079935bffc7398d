// One call of the REST API from start to end: configured, allowed, in turn, sent, read.

import type { Result } from '../../shared/result.ts';
import type { Send } from '../net/http-client.ts';
import type { Clock, Console } from '../ports.ts';
import type { Read } from './answers.ts';
import { attempt } from './attempt.ts';
import { createBreaker } from './breaker.ts';
import type { Connection } from './connection.ts';
import { ENDPOINTS, type EndpointName } from './endpoints.ts';
import { fail, type RestResult, toShapeFailure } from './failure.ts';
import type { ParseBody } from './parse-lists.ts';
import { createRequestQueue } from './request-queue.ts';

export interface RestPorts {
  /** Read for every request, so that server.cfg can change; otherwise what is missing there. */
  readonly connection: () => Result<Connection, string>;
  readonly send: Send;
  readonly clock: Clock;
  readonly console: Console;
  readonly timeoutMs: () => number;
}

export type Answer<T> = Promise<RestResult<T>>;

/** What is asked, and how the answer is read. */
export interface Question<T> {
  /** Sent as JSON. */
  readonly body?: object;
  /** Whether it names a call, which may be gone. */
  readonly isAboutCall?: boolean;
  /** Makes JSON of the answer; all at once when left out. */
  readonly parse?: ParseBody;
  readonly read: Read<T>;
}

type QuestionAt<T> = Question<T> & { readonly path: (connection: Connection) => string };

/** The API in numbers, since the start. */
export interface RestStatus {
  /** What is missing in server.cfg, or null when nothing is. */
  readonly missing: string | null;
  readonly answered: number;
  readonly failed: number;
  readonly waiting: number;
  /** True from when it is left alone after failures until it answers again. */
  readonly isDown: boolean;
  /** The last thing that went wrong, or null. */
  readonly lastTrouble: string | null;
  /** How far our clock is ahead of the CAD's (ms), or null before its first answer. */
  readonly clockAheadMs: number | null;
  /** When the CAD last said that there were too many requests, or null. */
  readonly limitedAt: number | null;
}

export interface Caller {
  /** `path` follows `/v2`. Never rejects. Without a connection it answers at once, without network and console. */
  call<T>(endpoint: EndpointName, question: QuestionAt<T>): Answer<T>;
  /** The same about this game server, in the part of the API for emergency services. */
  emergency<T>(endpoint: EndpointName, path: string, question: Question<T>): Answer<T>;
  status(): RestStatus;
  /** Address, key or server are others now: earlier failures do not count. */
  reset(): void;
  /** Refuses what waits and all that comes. */
  stop(): void;
}

export function createCaller({ connection, send, clock, console, timeoutMs }: RestPorts): Caller {
  const breaker = createBreaker(clock, console);
  const queue = createRequestQueue(clock, breaker.refusal);
  const counts = { answered: 0, failed: 0 };
  let lastTrouble: string | null = null;
  let clockAheadMs: number | null = null;
  let limitedAt: number | null = null;

  async function read<T>(reader: Read<T>, json: unknown): Answer<T> {
    try {
      const result = await reader(json);
      return result.ok ? result : toShapeFailure(result.error);
    } catch (error) {
      console.error(`Defect while reading an answer: ${error instanceof Error ? error.stack : error}`);
      return toShapeFailure('a defect in this resource');
    }
  }

  async function ask<T>(
    endpoint: EndpointName,
    { path, body, isAboutCall = false, parse, read: reader }: QuestionAt<T>,
    to: Connection,
  ): Answer<T> {
    const { method, ...turn } = ENDPOINTS[endpoint];
    const request = { method, path: `/v2${path(to)}`, body, isAboutCall, parse };
    const answer = await queue.add({
      endpoint,
      ...turn,
      async run() {
        breaker.sent();
        const ended = await attempt(request, to, send, timeoutMs());
        breaker.settled(ended.result);
        if (ended.saidAt !== null) clockAheadMs = clock.now() - ended.saidAt;
        if (!ended.result.ok && ended.result.code === 'rate-limited') limitedAt = clock.now();
        return ended;
      },
    });
    return answer.ok ? read(reader, answer.value) : answer;
  }

  async function call<T>(endpoint: EndpointName, question: QuestionAt<T>): Answer<T> {
    const to = connection();
    if (!to.ok) return fail('not-configured', to.error);
    const result = await ask(endpoint, question, to.value);
    counts[result.ok ? 'answered' : 'failed'] += 1;
    if (!result.ok) lastTrouble = result.reason;
    return result;
  }

  return {
    call,
    emergency: (endpoint, path, question) =>
      call(endpoint, {
        ...question,
        path: ({ serverId }) => `/emergency/servers/${serverId}${path}`,
      }),
    status() {
      const to = connection();
      return {
        missing: to.ok ? null : to.error,
        ...counts,
        waiting: queue.waiting(),
        isDown: breaker.isOpen(),
        lastTrouble,
        clockAheadMs,
        limitedAt,
      };
    },
    reset: breaker.reset,
    stop: queue.stop,
  };
}
