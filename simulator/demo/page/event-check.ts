// Whether the editor holds JSON, and which event it is.

export interface Check {
  readonly isValid: boolean;
  readonly text: string;
}

/** What is wrong with the text, or the type of event it is. */
export function checkEvent(text: string): Check {
  try {
    const event: unknown = JSON.parse(text);
    const type =
      typeof event === 'object' && event !== null && 'type' in event && typeof event.type === 'string'
        ? event.type
        : 'no type';
    return { isValid: true, text: type };
  } catch (error) {
    return { isValid: false, text: `Not JSON${place(text, error)}` };
  }
}

/** `, line 4, column 7`, as far as the browser tells. */
function place(text: string, error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  const position = /position (\d+)/.exec(message)?.[1];
  const before = position === undefined ? text : text.slice(0, Number(position));
  const lines = before.split('\n');
  return `, line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
}
