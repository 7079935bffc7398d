// Posts a body to a web server and tells the status of the answer.

import { createHttpClient } from '../../net/http-client.ts';

export interface PostRequest {
  /** HTTP or HTTPS; credentials in it become an Authorization header. */
  readonly url: URL;
  readonly body: string | Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
  /** From the name lookup to the last byte of the answer. */
  readonly timeoutMs: number;
}

export interface PostAnswer {
  readonly status: number;
  /** What the `Retry-After` header asks for, from now on, or null. */
  readonly retryAfterMs: number | null;
}

/**
 * Sends a request. Settles within `timeoutMs`: with the answer as soon as there is a status, even when its body fails;
 * otherwise with an `Error` whose message is a few words without any part of address, headers or body.
 */
export type Post = (request: PostRequest) => Promise<PostAnswer>;

/** A `Post` with connections that are used again. */
export interface PostClient {
  readonly post: Post;
  /** Closes all connections; what is under way fails. */
  close(): void;
}

/** Nobody looks at an answer's body: a short one is drained to keep the connection, a longer one costs it. */
const MAX_ANSWER_BYTES = 64 * 1024;

export function createPostClient(): PostClient {
  const { send, close } = createHttpClient();
  return {
    async post(request) {
      const sent = await send({
        ...request,
        method: 'POST',
        maxAnswerBytes: MAX_ANSWER_BYTES,
        isRepeatable: true,
      });
      if (!sent.ok) throw new Error(sent.error.reason);
      const { status, retryAfterMs } = sent.value;
      return { status, retryAfterMs };
    },
    close,
  };
}
