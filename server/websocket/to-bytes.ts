// The argument of an event as the body of a request, so that it goes the same way as one.

const encoder = new TextEncoder();

/** The CAD sends an envelope as text or as an object. Null for what cannot be written as JSON, such as endless nesting. */
export function toBytes(envelope: unknown): ArrayBuffer | null {
  const text = typeof envelope === 'string' ? envelope : toJson(envelope);
  return text === null ? null : encoder.encode(text).buffer;
}

function toJson(value: unknown): string | null {
  try {
    return JSON.stringify(value) ?? null;
  } catch {
    return null;
  }
}
