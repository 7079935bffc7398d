// The target of a request: path and query.

/** Takes anything that can stand in a request line. */
export function readTarget(url = '/'): { path: string; query: URLSearchParams } {
  const [path = '/', ...rest] = url.split('?');
  return { path, query: new URLSearchParams(rest.join('?')) };
}

/** A part of a path without its percent signs; as it stands when they are wrong. */
export function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
