// The player's answers to calls: what was pressed, and what came of it.

import type { Response } from '../shared/screen.ts';
import type { Picture } from './picture.ts';

export interface Responses {
  of(key: string): Response;
  /** The player answers a call. */
  respond(key: string): void;
  /** To be called after the picture has changed. */
  follow(): void;
}

const NONE: Response = { state: 'none' };

/** Nothing was answered yet. */
export function createResponses(picture: Picture): Responses {
  const answers = new Map<string, Response>();
  return {
    of: (key) => answers.get(key) ?? NONE,
    respond(key) {
      if (picture.calls.has(key)) answers.set(key, { state: 'done' });
    },
    follow() {
      for (const key of [...answers.keys()]) if (!picture.calls.has(key)) answers.delete(key);
    },
  };
}
