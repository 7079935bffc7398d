// One request, one reply: route, method, length, size, body; then the body is handed on.

import { ok, type Result, refuse } from '../../shared/result.ts';
import type { Admit } from '../admit.ts';
import type { Cancel, Clock, HttpReply, HttpRequest } from '../ports.ts';
import type { ApiKeys } from './api-keys.ts';
import { accepted, type Refusal, refusals, textReply } from './reply.ts';
import { createWrongKeys } from './wrong-keys.ts';

export interface ReceiverPorts {
  readonly clock: Clock;
  readonly keys: Pick<ApiKeys, 'isConfigured'>;
  readonly limits: () => { readonly maxBodyBytes: number; readonly bodyTimeoutMs: number };
  /** What `GET /<resource>/` answers. */
  readonly greeting: () => string;
  /** Takes a body in. */
  readonly admit: Admit;
  readonly onRefused: (address: string, refusal: Refusal) => void;
  /** A defect of ours: `where` says what was under way. */
  readonly onDefect: (where: string, error: unknown) => void;
}

/** Answers a request through `reply`, exactly once. Never throws. */
export type Receiver = (request: HttpRequest, reply: (reply: HttpReply) => void) => void;

/** Both are the same endpoint: with and without the folder name that the CAD's documentation gives. */
const EVENT_PATHS: ReadonlySet<string> = new Set(['/event', '/sonorancad/event']);

/** Nothing is parsed before its size is known, and nothing but the key is looked at before the key is checked. */
export function createReceiver(ports: ReceiverPorts): Receiver {
  const { clock, keys, limits, greeting, admit, onRefused, onDefect } = ports;
  const isOneTooMany = createWrongKeys(clock);

  return (request, reply) => {
    const answer = (refusal: Refusal) => {
      const isThrottled = refusal.reason === 'key' && isOneTooMany(request.address);
      const given = isThrottled ? refusals.tooManyKeys() : refusal;
      onRefused(request.address, given);
      reply(given.reply);
    };
    const guarded = (where: string, run: () => void) => {
      try {
        run();
      } catch (error) {
        onDefect(where, error);
        answer(refusals.defect());
      }
    };
    const take = (bytes: ArrayBuffer) =>
      admit({ bytes, header: request.header, from: request.address }, (refusal) =>
        refusal ? answer(refusal) : reply(accepted()),
      );
    guarded('receiving a request', () => {
      const read = readHead(request);
      if (!read.ok) return answer(read.error);
      if (read.value !== null) return reply(read.value);
      awaitBody(request, (body) =>
        guarded('receiving a body', () => (body ? take(body) : answer(refusals.noBody()))),
      );
    });
  };

  /** Decides by the head alone: a refusal, a reply, or null when the body is wanted. */
  function readHead(request: HttpRequest): Result<HttpReply | null, Refusal> {
    const path = request.path.split('?', 1)[0] ?? '';
    const isGet = request.method === 'GET' || request.method === 'HEAD';
    if (path === '/' && isGet) return ok(headOnly(request, textReply(200, greeting())));
    if (!EVENT_PATHS.has(path)) return refuse(bodyless(request, refusals.notFound()));
    if (request.method !== 'POST') return refuse(bodyless(request, refusals.method('POST')));
    if (!keys.isConfigured()) return refuse(refusals.notConfigured());
    const length = contentLength(request);
    if (length <= 0) return refuse(refusals.noLength());
    const { maxBodyBytes } = limits();
    return length > maxBodyBytes ? refuse(refusals.tooLarge(maxBodyBytes)) : ok(null);
  }

  /** Hands over the body, or null when it does not come in time. Neither when the peer leaves. */
  function awaitBody(request: HttpRequest, onBody: (body: ArrayBuffer | null) => void): void {
    let isOver = false;
    let timer: Cancel | null = null;
    const finish = (run?: () => void) => {
      if (isOver) return;
      isOver = true;
      timer?.();
      run?.();
    };
    request.readBody((body) => finish(() => onBody(body)));
    if (isOver) return;
    timer = clock.after(limits().bodyTimeoutMs, () => finish(() => onBody(null)));
    request.onCancel(() => finish());
  }
}

/** As the host reads it: the leading digits. Anything else is no length. */
function contentLength(request: HttpRequest): number {
  const length = Number.parseInt(request.header('content-length') ?? '', 10);
  return Number.isNaN(length) ? 0 : length;
}

/** The host frames replies to HEAD as if they had a body; an explicit empty one keeps the connection readable. */
function headOnly(request: HttpRequest, reply: HttpReply): HttpReply {
  if (request.method !== 'HEAD') return reply;
  const headers = { ...reply.headers, 'Transfer-Encoding': 'identity', 'Content-Length': '0' };
  return { status: reply.status, headers, body: '' };
}

function bodyless(request: HttpRequest, refusal: Refusal): Refusal {
  return { ...refusal, reply: headOnly(request, refusal.reply) };
}
