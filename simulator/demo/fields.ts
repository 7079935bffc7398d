// Reading what a page sent, of which nothing is known.

export type Fields = Readonly<Record<string, unknown>>;

export const isText = (value: unknown): value is string => typeof value === 'string';
export const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);
/** What each kind needs beside its name; null when that is not there. */
type Readers<Kind extends string> = { readonly [Name in Kind]: (fields: Fields) => object | null };

/** One of several kinds of things, of which the field `tag` says which; null when it is none. */
export function readTagged<Kind extends string>(
  fields: Fields,
  tag: string,
  readers: Readers<Kind>,
): object | null {
  const kind = (Object.keys(readers) as Kind[]).find((name) => name === fields[tag]);
  const rest = kind === undefined ? null : readers[kind](fields);
  return rest && { [tag]: kind, ...rest };
}

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
