// A web server inside the process, in the place of `node:http`: it answers in no time, so that only the script costs any.

/** Answers a request: the body, as text or as what is sent. */
export type Respond = (method: string, path: string, body: string) => string | Buffer;

export interface WebServer {
  /** What the script gets for `node:http`. */
  readonly module: object;
  /** Requests so far. */
  asked(): number;
  /** Requests that wait for their answer. */
  waiting(): number;
}

type Run = (value?: unknown) => void;

/** Answers come when whatever runs has ended, as from the network. */
export function createWebServer(respond: Respond): WebServer {
  let asked = 0;
  let waiting = 0;

  function request(url: URL, { method }: { readonly method: string }) {
    const listeners = new Map<string, Run>();
    const tell = (event: string, value?: unknown) => listeners.get(event)?.(value);

    function answer(body: string): void {
      const chunks = new Map<string, Run>();
      const made = respond(method, url.pathname + url.search, body);
      const bytes = typeof made === 'string' ? Buffer.from(made) : made;
      waiting -= 1;
      tell('response', {
        ...{ statusCode: 200, headers: {}, complete: true },
        on: (event: string, run: Run) => void chunks.set(event, run),
      });
      chunks.get('data')?.(bytes);
      tell('close');
    }

    return {
      on: (event: string, run: Run) => void listeners.set(event, run),
      end(body?: string) {
        asked += 1;
        waiting += 1;
        setImmediate(() => answer(body ?? ''));
      },
    };
  }

  class Agent {
    destroy(): void {}
  }
  return { module: { request, Agent }, asked: () => asked, waiting: () => waiting };
}

/** Lets everything run that is ready, answers included. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
