// Answers one request to the REST API: key, limit, plan, server, then the endpoint.
import type { Ids } from '../ids.ts';
import { type Answer, type Refusal, tooManyRequests, toProblem } from './answer.ts';
import { callEndpoints } from './call-endpoints.ts';
import { dispatchEndpoints } from './dispatch-endpoints.ts';
import { type Endpoint, type FoundEndpoint, findEndpoint } from './endpoint.ts';
import { generalEndpoints } from './general-endpoints.ts';
import type { EndpointName, Limits } from './limits.ts';
import type { RestPorts } from './ports.ts';
import { unitEndpoints } from './unit-endpoints.ts';

export interface ApiRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

export interface Api {
  endpointOf(method: string, path: string): EndpointName | null;
  answer(request: ApiRequest): Answer;
}

export interface ApiOptions extends RestPorts {
  readonly ids: Ids;
  readonly apiKey: () => string;
  /** Null does not count requests. */
  readonly limits: Limits | null;
  /** The game server that is emulated. */
  readonly serverId: number;
}

export function createApi(options: ApiOptions): Api {
  const { ids, apiKey, limits, serverId, state, plan } = options;
  const endpoints: Endpoint[] = [
    ...unitEndpoints(options),
    ...callEndpoints(options),
    ...dispatchEndpoints(options),
    ...generalEndpoints(options),
  ];

  function refuseKey(authorization: string | undefined): Refusal | null {
    if (!authorization) return { status: 401, detail: 'Missing Authorization header.' };
    const [, key] = /^Bearer +(.+)$/i.exec(authorization) ?? [];
    if (key === undefined)
      return { status: 401, detail: 'The Authorization header must use the Bearer scheme.' };
    return key === apiKey() ? null : { status: 401, detail: 'The API key is invalid.' };
  }

  function refuseServer(id: string | undefined): Refusal | null {
    if (id === undefined || Number(id) === serverId) return null;
    return state.servers.some((server) => server.id === Number(id))
      ? { status: 501, detail: `Of the servers only ${serverId} is emulated.` }
      : { status: 404, detail: `Server ${id} is not configured.` };
  }

  function run(found: FoundEndpoint | readonly string[], request: ApiRequest): Answer | Refusal {
    if (!('endpoint' in found)) {
      return found.length === 0
        ? { status: 404, detail: 'No such endpoint.' }
        : { status: 405, detail: `Allowed: ${found.join(', ')}.` };
    }
    const { endpoint, params } = found;
    const refusal = refuseKey(request.authorization);
    if (refusal) return refusal;
    const wait = limits?.count(apiKey(), endpoint.name) ?? null;
    if (wait !== null) return tooManyRequests(ids.uuid(), wait);
    if (!plan().isApiIncluded && endpoint.name !== 'getVersion') {
      return { status: 402, detail: 'The plan of the community does not include this endpoint.' };
    }
    return (
      refuseServer(params.serverId) ?? endpoint.run({ params, query: request.query, body: request.body })
    );
  }

  return {
    endpointOf(method, path) {
      const found = findEndpoint(endpoints, method, path);
      return 'endpoint' in found ? found.endpoint.name : null;
    },
    answer(request) {
      const answer = run(findEndpoint(endpoints, request.method, request.path), request);
      return 'detail' in answer ? toProblem(answer, request.path, ids.uuid()) : answer;
    },
  };
}
