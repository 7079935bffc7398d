// Copies values out of a script realm, so that tests compare plain objects and errors of their own realm.

/** Deep copy of data; functions stay what they are, promises become promises of copies. */
export function plainCopy(value: unknown, seen = new Map<unknown, unknown>()): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const known = seen.get(value);
  if (known !== undefined) return known;
  if (typeof (value as PromiseLike<unknown>).then === 'function') {
    return Promise.resolve(value as PromiseLike<unknown>).then(
      (result) => plainCopy(result),
      (error) => Promise.reject(plainError(error)),
    );
  }
  if (ArrayBuffer.isView(value))
    return Uint8Array.from(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  switch (Object.prototype.toString.call(value)) {
    case '[object Date]':
      return new Date((value as Date).getTime());
    case '[object Error]':
      return plainError(value);
    case '[object ArrayBuffer]':
      return Uint8Array.from(new Uint8Array(value as ArrayBuffer)).buffer;
    case '[object Map]':
      return new Map(
        [...(value as Map<unknown, unknown>)].map(([k, v]) => [plainCopy(k, seen), plainCopy(v, seen)]),
      );
    case '[object Set]':
      return new Set([...(value as Set<unknown>)].map((item) => plainCopy(item, seen)));
    default:
      return copyMembers(value, seen);
  }
}

function copyMembers(value: object, seen: Map<unknown, unknown>): unknown {
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [] : {};
  seen.set(value, copy);
  for (const [key, member] of Object.entries(value)) {
    Object.defineProperty(copy, key, {
      value: plainCopy(member, seen),
      writable: true,
      enumerable: true,
      configurable: true,
    });
  }
  if (Array.isArray(copy)) copy.length = (value as unknown[]).length;
  return copy;
}

/** An error of this realm that says the same. */
export function plainError(error: unknown): unknown {
  const thrown = error as { name?: unknown; message?: unknown; stack?: unknown } | null | undefined;
  if (typeof thrown !== 'object' || thrown === null || typeof thrown.message !== 'string') return error;
  const copy = new Error(thrown.message);
  copy.name = String(thrown.name ?? 'Error');
  if (typeof thrown.stack === 'string') copy.stack = thrown.stack;
  return copy;
}
