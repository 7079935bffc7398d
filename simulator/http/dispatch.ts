// Hands a request to a script: the request and response objects of citizen-server-impl/src/ResourceHttpHandler.cpp.
import { Buffer } from 'node:buffer';
import type { FunctionRef } from '../natives/native.ts';
import type { RawString } from '../natives/raw-string.ts';
import { rawString } from '../natives/raw-string.ts';
import type { Exchange, OneShot } from './exchange.ts';
import {
  describeValue,
  FatalHostCrash,
  firstOf,
  isFunctionRef,
  toBytes,
  toHeaders,
  toInteger,
} from './guards.ts';
import type { RequestHead } from './request-head.ts';
import type { HttpTarget } from './types.ts';

type ScriptFunction = (...args: unknown[]) => void;

/** What the handler receives first. */
export interface ScriptRequest {
  headers: Record<string, string | RawString>;
  method: string;
  /** `host:port` of the direct peer. */
  address: string;
  path: string | RawString;
  setDataHandler: ScriptFunction;
  setCancelHandler: ScriptFunction;
}

/** What the handler receives second. */
export interface ScriptResponse {
  write: ScriptFunction;
  writeHead: ScriptFunction;
  send: ScriptFunction;
}

/** Text that arrived one character per byte: a string if it is UTF-8, else bytes for the script's codec to mangle. */
function toText(latin1: string): string | RawString {
  const bytes = Buffer.from(latin1, 'latin1');
  const text = bytes.toString();
  return Buffer.from(text).equals(bytes) ? text : rawString(bytes);
}

/** Headers as a `std::map`: names keep their casing, the first of equal names wins, sorted by bytes. */
function toHeaderMap(request: RequestHead): ScriptRequest['headers'] {
  const first = new Map<string, string>();
  for (const [name, value] of request.headers) {
    if (!first.has(name)) first.set(name, value);
  }
  const sorted = [...first].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([name, value]) => [name, toText(value)]));
}

/** A handler that is called on the main thread, at most once, and released after that. */
function oneShot<Args extends readonly unknown[]>(
  ref: FunctionRef,
  target: HttpTarget,
  toArgs: (...args: Args) => unknown[],
): OneShot<Args> {
  let isUsed = false;
  return {
    run(...args) {
      if (isUsed) return;
      isUsed = true;
      target.onMain(() => {
        ref.call(...toArgs(...args));
        ref.release();
      });
    },
    drop() {
      if (isUsed) return;
      isUsed = true;
      ref.release();
    },
  };
}

/** Calls `handler` for an exchange. */
export function callHandler(
  exchange: Exchange,
  handler: FunctionRef,
  resource: string,
  localPath: string,
  target: HttpTarget,
): void {
  const { request: head, response, peer } = exchange;

  /** Makes what would end the real server a problem and an error in the script. */
  const guarded =
    (run: (args: unknown[]) => void): ScriptFunction =>
    (...args) => {
      try {
        run(args);
      } catch (error) {
        if (error instanceof FatalHostCrash) target.problem('fatal', error.message, resource);
        throw error;
      }
    };

  const functionOf = (what: string, args: unknown[]): FunctionRef | null => {
    const value = firstOf(what, args);
    if (isFunctionRef(value)) return value;
    exchange.complain(`${what} ignores ${describeValue(value)}: it takes a function`);
    return null;
  };

  const request: ScriptRequest = {
    headers: toHeaderMap(head),
    method: head.method,
    address: peer.address,
    path: toText(localPath),
    setDataHandler: guarded((args) => {
      const what = 'request.setDataHandler()';
      firstOf(what, args);
      const isBinary = args.length > 1 && toBytes(`${what} type`, args[1]).toString() === 'binary';
      const ref = functionOf(what, args);
      if (!ref) return;
      const toArgs = (body: Uint8Array): unknown[] => [isBinary ? new Uint8Array(body) : rawString(body)];
      exchange.setDataHandler(oneShot(ref, target, toArgs));
    }),
    setCancelHandler: guarded((args) => {
      const ref = functionOf('request.setCancelHandler()', args);
      if (ref) exchange.setCancelHandler(oneShot(ref, target, () => []));
    }),
  };

  const setHeaders = (headers: unknown): void => {
    for (const [name, values] of toHeaders('response.writeHead() header', headers)) {
      if (/[\r\n]/.test(name + values.join(''))) {
        exchange.complain(
          `header "${name.trim()}" holds a line break: the client reads further headers out of it`,
        );
      }
      response.setHeader(name, values);
    }
  };

  const scriptResponse: ScriptResponse = {
    write: guarded((args) => {
      const what = 'response.write()';
      response.write(toBytes(what, firstOf(what, args)));
    }),
    writeHead: guarded((args) => {
      const status = firstOf('response.writeHead()', args);
      if (args.length > 1) setHeaders(args[1]);
      response.status = toInteger('response.writeHead() status', status);
      // HTTP/1.0 waits for the body, to know its length.
      if (head.minor !== 0) response.writeHead();
    }),
    send: guarded((args) => {
      if (args.length > 0) response.end(toBytes('response.send()', args[0]));
      else response.end();
    }),
  };

  handler.call(request, scriptResponse);
}
