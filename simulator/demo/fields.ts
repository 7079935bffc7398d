// Reading what a page sent, of which nothing is known.

export type Fields = Readonly<Record<string, unknown>>;

export const isText = (value: unknown): value is string => typeof value === 'string';
export const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);
export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
