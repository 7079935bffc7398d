// How a request comes to a script: packed by the host, unpacked by the script runtime's own JavaScript, with functions as
// references into the host. Only the host's part, which is compiled code, is left out.

import { createScriptCodec, type ScriptCodec } from '../simulator/runtime/bootstrap/codec.ts';

type Run = (...args: unknown[]) => unknown;
type Handler = (request: object, response: object) => void;

/** A request as the host hands it over. */
export interface Post {
  /** Packed arguments of the HTTP handler. */
  readonly args: Uint8Array;
  /** Packed arguments of the data handler. */
  readonly body: Uint8Array;
}

export interface Requests {
  /** `SetHttpHandler`. */
  serve(handler: Handler): void;
  /** Hands a request to the handler and returns the status it answered with. */
  post(request: Post): number;
}

/** Functions of the host, by the reference under which the script calls them. */
type HostFunctions = Readonly<Record<string, Run>>;
const NAMES = ['setDataHandler', 'setCancelHandler', 'writeHead', 'write', 'send'] as const;

const createCodec = (functions: HostFunctions): ScriptCodec =>
  createScriptCodec({
    toRef: (run) => run.name,
    fromRef(ref) {
      const run = functions[Buffer.from(ref).toString()] ?? fail;
      return (...args) => {
        // The arguments travel packed; the host keeps functions among them by their reference.
        codecOfScript.pack(args);
        run(...args);
        return (codecOfScript.unpack(NOTHING) as unknown[])[0];
      };
    },
  });

const fail = () => {
  throw new Error('The script calls a function that the host does not have.');
};
const codecOfScript = createCodec({});
const NOTHING = codecOfScript.pack([null]);

/** What scripts know as `msgpack_pack`. */
export const pack = (value: unknown): Uint8Array => codecOfScript.pack(value);

/** What the runtime makes of the packed arguments of an event. */
export const unpack = (bytes: Uint8Array): unknown[] => codecOfScript.unpack(bytes) as unknown[];

/** A request with that body. */
export function toPost(text: string): Post {
  const bytes = new TextEncoder().encode(text);
  const stubs = Object.fromEntries(
    NAMES.map((name) => [name, Object.defineProperty(() => undefined, 'name', { value: name })]),
  );
  const { setDataHandler, setCancelHandler, ...response } = stubs;
  const request = {
    headers: {
      Host: '203.0.113.7:30120',
      'User-Agent': 'SonoranCAD',
      'Content-Type': 'application/json',
      'Content-Length': String(bytes.byteLength),
    },
    method: 'POST',
    address: '127.0.0.1:40000',
    path: '/event',
    ...{ setDataHandler, setCancelHandler },
  };
  return { args: pack([request, response]), body: pack([bytes.buffer]) };
}

/** No handler yet. */
export function createRequests(): Requests {
  let handler: Handler = fail;
  let body: Uint8Array = NOTHING;
  let status = 0;
  const codec = createCodec({
    setDataHandler(run) {
      // The body of a small request comes with its head, and is there when a script asks for it.
      (run as Run)(...(codec.unpack(body) as unknown[]));
      codec.pack([undefined]);
    },
    setCancelHandler: () => undefined,
    writeHead(code) {
      status = code as number;
    },
    write: () => undefined,
    send: () => undefined,
  });

  return {
    serve(run) {
      handler = run;
    },
    post(request) {
      status = 0;
      body = request.body;
      const [asked, response] = codec.unpack(request.args) as [object, object];
      handler(asked, response);
      codec.pack([undefined]);
      return status;
    },
  };
}
