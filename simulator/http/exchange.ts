// One request with its response: who waits for its body, who wants to know that the client left.
import type { RequestHead } from './request-head.ts';
import type { HttpResponse, ResponseWire } from './response.ts';
import { createResponse } from './response.ts';
import type { HttpTarget } from './types.ts';

/** A function the script handed over; it runs at most once and is let go afterwards. */
export interface OneShot<Args extends readonly unknown[]> {
  run(...args: Args): void;
  drop(): void;
}

export interface Peer {
  readonly host: string;
  /** `host:port`. */
  readonly address: string;
}

export interface Exchange {
  readonly request: RequestHead;
  readonly response: HttpResponse;
  readonly peer: Peer;
  /** Names the resource the request was routed to. */
  routeTo(resource: string): void;
  /** From now on the resource's script answers, and hears complaints; the host's own answers are not judged. */
  handOver(): void;
  complain(message: string): void;
  setDataHandler(handler: OneShot<[body: Uint8Array]>): void;
  setCancelHandler(handler: OneShot<[]>): void;
  /** The whole body of a request with Content-Length is there; it is kept until someone asks. */
  deliverBody(body: Uint8Array): void;
  /** A chunked body is complete; nobody keeps it, and the bytes of the last read are missing from it. */
  deliverChunked(body: Uint8Array, lost: number): void;
  /** The connection closed while this was its latest request. */
  clientLeft(): void;
  /** Nothing more comes for this request: lets go of its handlers. A body that waits can still be had. */
  dispose(): void;
}

export interface ExchangeOptions {
  request: RequestHead;
  peer: Peer;
  wire: ResponseWire;
  target: HttpTarget;
  now(): number;
}

/** Starts an exchange; it writes its own log entry when it ends. */
export function createExchange({ request, peer, wire, target, now }: ExchangeOptions): Exchange {
  const startedAt = now();
  let resource: string | null = null;
  let isHandedOver = false;
  let dataHandler: OneShot<[Uint8Array]> | null = null;
  let cancelHandler: OneShot<[]> | null = null;
  let pending: Uint8Array | null = null;
  let isDelivered = false;
  let isGone = false;
  let isLogged = false;

  const complain = (message: string): void => {
    if (isHandedOver) target.problem('http', `${request.method} ${request.target}: ${message}`, resource);
  };

  const log = (status: number | null): void => {
    if (isLogged) return;
    isLogged = true;
    target.log({
      at: startedAt,
      address: peer.address,
      method: request.method,
      path: request.target,
      resource,
      status,
      bytes: response.bytes(),
      ms: now() - startedAt,
    });
  };

  const dropCancelHandler = (): void => {
    cancelHandler?.drop();
    cancelHandler = null;
  };

  const response = createResponse({
    request,
    wire,
    now,
    complain,
    onEnd() {
      dropCancelHandler();
      log(response.sentStatus());
    },
  });

  /** Gives the body to the waiting handler; false if nobody waits. */
  const hand = (body: Uint8Array): boolean => {
    const handler = dataHandler;
    dataHandler = null;
    if (!handler) return false;
    isDelivered = true;
    handler.run(body);
    return true;
  };

  const dispose = (): void => {
    isGone = true;
    dataHandler?.drop();
    dataHandler = null;
    dropCancelHandler();
  };

  return {
    request,
    response,
    peer,
    complain,
    routeTo(name) {
      resource = name;
    },
    handOver() {
      isHandedOver = true;
    },
    setDataHandler(handler) {
      if (isGone && !pending) return handler.drop();
      if (isDelivered)
        complain('setDataHandler() after the body was delivered: this handler is never called');
      dataHandler?.drop();
      dataHandler = handler;
      if (pending && hand(pending)) pending = null;
    },
    setCancelHandler(handler) {
      if (isGone) return handler.drop();
      dropCancelHandler();
      cancelHandler = handler;
    },
    deliverBody(body) {
      if (!hand(body)) pending = body;
    },
    deliverChunked(body, lost) {
      if (!hand(body)) complain('a chunked body is lost: it ended before setDataHandler() was called');
      else if (lost > 0)
        complain(`a chunked body lost its last ${lost} bytes: those of the read that ended it`);
    },
    clientLeft() {
      isGone = true;
      log(null);
      const handler = cancelHandler;
      cancelHandler = null;
      handler?.run();
      dispose();
    },
    dispose,
  };
}
