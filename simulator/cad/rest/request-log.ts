// What was asked of the CAD, for assertions, and waiting for it.
import { createLog } from '../../host/log.ts';
import type { EndpointName } from './limits.ts';

export interface CadRequest {
  /** ms since the Unix epoch. */
  readonly at: number;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly endpoint: EndpointName | null;
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON; the text when it is none, null when there is none. */
  readonly body: unknown;
  /** Status of the answer; null when there is none on purpose. */
  readonly status: number | null;
}

/** Which requests are meant. All that is given has to fit; a text for `path` is the whole path. */
export interface RequestMatch {
  readonly method?: string;
  readonly path?: string | RegExp;
  readonly endpoint?: EndpointName;
}

export type Asked = Pick<CadRequest, 'method' | 'path' | 'endpoint'>;

export function isMatch(match: RequestMatch, { method, path, endpoint }: Asked): boolean {
  if (match.method !== undefined && match.method.toUpperCase() !== method) return false;
  if (match.endpoint !== undefined && match.endpoint !== endpoint) return false;
  if (match.path === undefined) return true;
  return typeof match.path === 'string' ? match.path === path : match.path.test(path);
}

export interface RequestLog {
  /** Oldest first; live. */
  readonly items: readonly CadRequest[];
  add(request: CadRequest): void;
  /** Resolves with the matching requests once there are `count` of them, those of the past included. */
  seen(match: RequestMatch, count?: number): Promise<CadRequest[]>;
}

const MAX_REQUESTS = 10_000;

export function createRequestLog(): RequestLog {
  const log = createLog<CadRequest>(MAX_REQUESTS);
  return {
    items: log.items,
    add: log.add,
    seen: (match, count = 1) =>
      new Promise((resolve) => {
        const found = () => log.items.filter((request) => isMatch(match, request));
        const check = () => {
          const requests = found();
          if (requests.length < count) return;
          stop();
          resolve(requests);
        };
        const stop = log.listen(check);
        check();
      }),
  };
}
