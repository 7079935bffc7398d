// The HTTP handler of the game port. A wrong type in these few calls ends the whole game server, so they are made
// nowhere else; nothing here is async, because the host would leak a reference for every call.

import type { Http, HttpReply, HttpRequest } from '../ports.ts';

/** The request as the host hands it over (`ResourceHttpHandler.cpp`). */
interface HostRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly method: string;
  readonly address: string;
  readonly path: string;
  setDataHandler(handler: (body: ArrayBuffer) => void, encoding: 'binary'): void;
  setCancelHandler(handler: () => void): void;
}

interface HostResponse {
  writeHead(status: number, headers: Record<string, string>): void;
  send(body: string): void;
}

const INTERNAL_ERROR: HttpReply = { status: 500, body: 'Internal Error' };

export function createHttp(): Http {
  return {
    serve(handle) {
      SetHttpHandler((request: HostRequest, response: HostResponse): void => {
        let isAnswered = false;
        const reply = (given: HttpReply) => {
          if (isAnswered) return;
          isAnswered = true;
          send(response, given);
        };
        try {
          handle(toRequest(request), reply);
        } catch (error) {
          console.error('Defect in the HTTP listener:', error);
          reply(INTERNAL_ERROR);
        }
      });
    },
  };
}

function send(response: HostResponse, { status, headers, body }: HttpReply): void {
  const lines: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers ?? {})) lines[name] = String(value);
  response.writeHead(Math.trunc(status), lines);
  response.send(String(body));
}

function toRequest(request: HostRequest): HttpRequest {
  return {
    method: request.method,
    path: request.path,
    address: request.address.slice(0, request.address.lastIndexOf(':')),
    header(name) {
      const wanted = name.toLowerCase();
      for (const key in request.headers) {
        if (key.length === wanted.length && key.toLowerCase() === wanted) return request.headers[key];
      }
      return undefined;
    },
    readBody: (onBody) => request.setDataHandler(onBody, 'binary'),
    onCancel: (onCancel) => request.setCancelHandler(onCancel),
  };
}
