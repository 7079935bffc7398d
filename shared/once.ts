// Things that take a while to make and are not needed everywhere.

/** Makes something when it is first asked for; from then on it is the same. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Makes something of an object that never changes when it is first asked for; for the same object it is the same. */
export function oncePer<From extends object, To>(make: (from: From) => To): (from: From) => To {
  const known = new WeakMap<From, { readonly value: To }>();
  return (from) => {
    let made = known.get(from);
    if (!made) {
      made = { value: make(from) };
      known.set(from, made);
    }
    return made.value;
  };
}
