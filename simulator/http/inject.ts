// A request without a socket: routing and dispatch as for any other, the answer as a value.
import { Buffer } from 'node:buffer';
import { hostOf } from './address.ts';
import { answer } from './answer.ts';
import { createExchange } from './exchange.ts';
import type { RequestHead } from './request-head.ts';
import { headerOf } from './request-head.ts';
import type { HeaderLines } from './response.ts';
import type { HttpReply, HttpTarget, InjectedRequest, InjectOptions } from './types.ts';

/** Headers a client adds by itself. */
function headOf({ method, path, headers = {} }: InjectOptions, body: Buffer): RequestHead {
  const latin1 = (text: string): string => Buffer.from(text).toString('latin1');
  const given = Object.entries(headers).map(([name, value]) => [latin1(name), latin1(value)] as const);
  const head = { method, target: latin1(path), minor: 1, headers: given };
  const added: [string, string][] = [];
  if (headerOf(head, 'host') === undefined) added.push(['Host', '127.0.0.1']);
  if (body.length > 0 && headerOf(head, 'content-length') === undefined) {
    added.push(['Content-Length', String(body.length)]);
  }
  return { ...head, headers: [...given, ...added] };
}

/** Headers of the script alone: without the ones that belong to the connection. */
function toRecord(lines: HeaderLines): Record<string, string> {
  const record: Record<string, string> = {};
  for (const [name, value] of lines) {
    if (/^(date|connection|transfer-encoding)$/i.test(name)) continue;
    record[name] = record[name] === undefined ? value : `${record[name]}, ${value}`;
  }
  return record;
}

/** Runs one request; the limiter is not asked. */
export function inject(
  options: InjectOptions,
  { target, now }: { target: HttpTarget; now(): number },
): InjectedRequest {
  const body = Buffer.from(options.body ?? '');
  const address = options.address ?? '127.0.0.1:0';
  const host = hostOf(address.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1'));
  const sent: Buffer[] = [];
  let head: Pick<HttpReply, 'status' | 'headers'> | null = null;
  let reply: HttpReply | null = null;
  let isGone = false;
  let settle: { resolve(reply: HttpReply): void; reject(error: Error): void } | null = null;
  const done = new Promise<HttpReply>((resolve, reject) => {
    settle = { resolve, reject };
  });
  // Whoever looks at `reply` only shall not have to handle a cancelled promise.
  done.catch(() => {});

  const exchange = createExchange({
    request: headOf(options, body),
    peer: { host, address },
    target,
    now,
    wire: {
      isOpen: () => !isGone,
      isLast: () => false,
      head(status, headers) {
        head = { status, headers: toRecord(headers) };
      },
      body: (data) => void sent.push(Buffer.from(data)),
      end() {
        if (!head || reply) return;
        reply = { ...head, body: Buffer.concat(sent).toString() };
        settle?.resolve(reply);
      },
    },
  });

  const posted: (() => void)[] = [];
  answer(exchange, { target, allow: null, post: (work) => posted.push(work), routed() {} });
  if (body.length > 0) exchange.deliverBody(body);
  for (const work of posted) target.onMain(work);

  return {
    get reply() {
      return reply;
    },
    done,
    cancel() {
      if (isGone) return;
      isGone = true;
      exchange.clientLeft();
      settle?.reject(new Error(`${options.method} ${options.path} was cancelled`));
    },
  };
}
