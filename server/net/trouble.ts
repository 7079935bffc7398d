// Puts the error of a request into a few words for the owner: by its code alone, since messages quote addresses.

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'connection broken off',
  EPIPE: 'connection broken off',
  ETIMEDOUT: 'cannot be reached',
  EHOSTUNREACH: 'cannot be reached',
  ENETUNREACH: 'cannot be reached',
  EADDRNOTAVAIL: 'cannot be reached',
  ENOTFOUND: 'unknown host name',
  EAI_AGAIN: 'the host name could not be looked up',
  EPROTO: 'no HTTPS there',
};

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/;

/** A few words and the error's code, such as `connection refused (ECONNREFUSED)`. */
export function toReason(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== 'string' || !/^\w{1,60}$/.test(code)) return 'the request failed';
  return `${WORDS[code] ?? describeFamily(code)} (${code})`;
}

function describeFamily(code: string): string {
  if (CERTIFICATE.test(code)) return 'its certificate is not accepted';
  if (code.startsWith('HPE_')) return 'the answer is not HTTP';
  if (code.startsWith('ERR_SSL_')) return 'no HTTPS there';
  return 'the request failed';
}
