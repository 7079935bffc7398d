// Things that take a while to make and are not needed everywhere.

/** Makes something when it is first asked for; from then on it is the same. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
