// Answers of the REST API: values as JSON, errors as problem details (RFC 9457).

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer that says why not; what is missing is filled in when it is sent. */
export interface Refusal {
  readonly status: number;
  readonly detail: string;
}

const titles: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  422: 'Unprocessable Entity',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const created = (body: unknown): Answer => ({ status: 201, body });
export const badRequest = (detail: string): Refusal => ({ status: 400, detail });
export const notFound = (detail: string): Refusal => ({ status: 404, detail });

/** `instance` is the path that was asked for. */
export function toProblem({ status, detail }: Refusal, instance: string, traceId: string): Answer {
  return {
    status,
    headers: { 'Content-Type': 'application/problem+json; charset=utf-8' },
    body: {
      type: `https://httpstatuses.com/${status}`,
      title: titles[status] ?? 'Error',
      status,
      detail,
      instance,
      traceId: `00-${traceId}-00`,
    },
  };
}

/** What the gateway in front of the API says; it knows no problem details. */
export function tooManyRequests(requestId: string, retryAfter?: number): Answer {
  return {
    status: 429,
    body: { message: 'API rate limit exceeded', request_id: requestId },
    ...(retryAfter === undefined ? {} : { headers: { 'Retry-After': String(retryAfter) } }),
  };
}
