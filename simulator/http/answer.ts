// Routes one exchange and answers what no script answers: no route, no handler, too many requests.
import { Buffer } from 'node:buffer';
import { callHandler } from './dispatch.ts';
import type { Exchange } from './exchange.ts';
import type { AllowRequest } from './limiter.ts';
import { findRoute, joinLinkOf } from './route.ts';
import type { HttpTarget } from './types.ts';

const PLAIN_TEXT = 'text/plain; charset=utf-8';

export interface AnswerOptions {
  target: HttpTarget;
  /** Null lets every request pass. */
  allow: AllowRequest | null;
  /** Puts work for the main thread in line; it runs once the bytes at hand are read. */
  post(work: () => void): void;
  /** Told that a route was found: the handler's time starts. */
  routed(): void;
}

function reply(exchange: Exchange, status: number, headers: Record<string, string>, body: string): void {
  const { response } = exchange;
  response.status = status;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, [value]);
  response.end(Buffer.from(body, 'latin1'));
}

function answerRoot(exchange: Exchange, target: HttpTarget): void {
  const link = joinLinkOf(target.convar('web_baseUrl'));
  if (link) reply(exchange, 302, { Location: link }, 'Redirecting...');
  else reply(exchange, 200, {}, JSON.stringify({ version: 'FXServer-simulator' }));
}

/** The order of the real server: route, rate limit, handler present, main thread. */
export function answer(exchange: Exchange, { target, allow, post, routed }: AnswerOptions): void {
  const { request, peer } = exchange;
  const route = findRoute(target.resources(), request.target);
  if (route.kind === 'none') {
    reply(exchange, 404, {}, `Route ${request.target} not found.`);
    return;
  }
  routed();
  if (route.kind === 'root') {
    answerRoot(exchange, target);
    return;
  }
  const { name, handler } = route.resource;
  exchange.routeTo(name);
  if (allow && !allow(name, peer.host)) {
    reply(exchange, 429, { 'Content-Type': PLAIN_TEXT }, 'Rate limit exceeded.');
  } else if (!handler) {
    reply(exchange, 404, { 'Content-Type': PLAIN_TEXT }, 'Not found.');
  } else {
    exchange.handOver();
    post(() => callHandler(exchange, handler, name, route.localPath, target));
  }
}
