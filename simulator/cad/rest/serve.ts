// Carries the REST API over HTTP: reads requests, logs them, fails them on demand, sends answers.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { toPlainHeaders } from '../headers.ts';
import type { Ids } from '../ids.ts';
import { readTarget } from '../request-target.ts';
import type { Timers } from '../timers.ts';
import { type Answer, badRequest, toProblem } from './answer.ts';
import type { Api } from './api.ts';
import type { Failures } from './failures.ts';
import type { RequestLog } from './request-log.ts';
import { toWire, toWrongAnswer, type WireAnswer } from './wrong-answer.ts';

export interface ServePorts {
  readonly api: Api;
  readonly failures: Failures;
  readonly log: RequestLog;
  readonly timers: Timers;
  readonly ids: Ids;
  readonly now: () => number;
  /** Answers what is not the API's; null when it is. */
  readonly other: (method: string, path: string, query: URLSearchParams) => Answer | null;
}

export function serveRest(ports: ServePorts): RequestListener {
  return (incoming, response) => {
    readText(incoming).then(
      (text) => handle(ports, incoming, response, text),
      // The client went away before its request was whole.
      () => response.destroy(),
    );
  };
}

function handle(ports: ServePorts, incoming: IncomingMessage, response: ServerResponse, text: string): void {
  const { api, failures, log, timers, ids, now, other } = ports;
  const method = incoming.method ?? 'GET';
  const { path, query } = readTarget(incoming.url);
  const endpoint = api.endpointOf(method, path);
  const body = parseJson(text);

  function perform(): WireAnswer {
    const others = other(method, path, query);
    if (others) return toWire(others);
    if (body === undefined) return toWire(toProblem(badRequest('The body is not JSON.'), path, ids.uuid()));
    const { authorization } = incoming.headers;
    try {
      return toWire(api.answer({ method, path, query, authorization, body }));
    } catch (error) {
      return toWire(toProblem({ status: 500, detail: String(error) }, path, ids.uuid()));
    }
  }

  const failure = failures.take({ method, path, endpoint });
  const isLate = failure !== null && 'slow' in failure;
  const right = failure === null || isLate || failure.isDone ? perform() : null;
  const answer = failure === null || isLate ? right : toWrongAnswer(failure, path, ids);
  log.add({
    at: now(),
    method,
    path,
    query: Object.fromEntries(query),
    endpoint,
    headers: toPlainHeaders(incoming.headers),
    body: body === undefined ? text : body,
    status: answer?.status ?? null,
  });

  if (answer === null) {
    if (failure && 'reset' in failure) incoming.socket.resetAndDestroy();
  } else if (isLate) {
    timers.after(failure.slow, () => send(response, answer));
  } else {
    send(response, answer);
  }
}

function send(response: ServerResponse, { status, headers, text }: WireAnswer): void {
  response.writeHead(status, headers);
  response.end(text);
}

async function readText(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** Null when there is nothing, undefined when it is no JSON. */
function parseJson(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
