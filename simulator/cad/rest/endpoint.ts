// One endpoint of the REST API, and the search for it.
import type { z } from 'zod';
import { decodeSegment } from '../request-target.ts';
import type { Answer, Refusal } from './answer.ts';
import type { EndpointName } from './limits.ts';

export interface EndpointRequest<Body> {
  /** Parts of the path by name. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Body;
}

export interface Endpoint {
  readonly name: EndpointName;
  readonly method: string;
  /** Segments; those with a leading colon are parameters. */
  readonly segments: readonly string[];
  /** Answers; `body` is what was sent, not yet checked. */
  readonly run: (request: EndpointRequest<unknown>) => Answer | Refusal;
}

type Route = `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`;

/** An endpoint that reads no body. */
export function endpoint(
  name: EndpointName,
  route: Route,
  run: (request: EndpointRequest<unknown>) => Answer | Refusal,
): Endpoint {
  const [method = '', path = ''] = route.split(' ');
  return { name, method, segments: toSegments(path), run };
}

/** An endpoint that takes a body of one shape and refuses others with 400. */
export function endpointWithBody<Schema extends z.ZodType>(
  name: EndpointName,
  route: Route,
  schema: Schema,
  run: (request: EndpointRequest<z.output<Schema>>) => Answer | Refusal,
): Endpoint {
  return endpoint(name, route, (request) => {
    const parsed = schema.safeParse(request.body);
    if (parsed.success) return run({ ...request, body: parsed.data });
    const [issue] = parsed.error.issues;
    return { status: 400, detail: `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'invalid'}` };
  });
}

export interface FoundEndpoint {
  readonly endpoint: Endpoint;
  readonly params: Readonly<Record<string, string>>;
}

/** The endpoint for a request, or the methods that its path has instead; none of them when the path is unknown. */
export function findEndpoint(
  endpoints: readonly Endpoint[],
  method: string,
  path: string,
): FoundEndpoint | readonly string[] {
  const segments = toSegments(path);
  const methods = new Set<string>();
  for (const candidate of endpoints) {
    const params = matchSegments(candidate.segments, segments);
    if (!params) continue;
    if (candidate.method === method) return { endpoint: candidate, params };
    methods.add(candidate.method);
  }
  return [...methods];
}

function matchSegments(
  pattern: readonly string[],
  segments: readonly string[],
): Record<string, string> | null {
  if (pattern.length !== segments.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = decodeSegment(segment);
    else if (part.toLowerCase() !== segment.toLowerCase()) return null;
  }
  return params;
}

function toSegments(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}
