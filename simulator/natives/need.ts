// The check nearly every native of the host begins with.

/** Throws what the host throws when a required text is missing: nothing, 0, false or null was passed. */
export function need(value: string | Uint8Array | null, index: number): string {
  if (value === null) throw new Error(`Argument at index ${index} was null.`);
  return typeof value === 'string' ? value : Buffer.from(value).toString('utf8');
}

/** Bytes of a payload argument, cut to the length that was passed with it. */
export function payload(value: string | Uint8Array | null, length: number): Uint8Array {
  if (value === null) return new Uint8Array();
  // A copy: scripts may reuse their array.
  return Uint8Array.from((typeof value === 'string' ? Buffer.from(value) : value).subarray(0, length >>> 0));
}
