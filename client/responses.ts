// The player's answers to calls: what was pressed, what the CAD made of it.

import type { Translate } from '../shared/locale.ts';
import type { RequestAnswer } from '../shared/requests.ts';
import type { Response } from '../shared/screen.ts';
import { cleanText } from '../shared/text.ts';
import type { Picture } from './picture.ts';
import type { Requests } from './requests.ts';

export interface Responses {
  of(key: string): Response;
  /** The player answers a call. Pressed again while that is under way, or when it went well, it does nothing. */
  respond(key: string): void;
  /** To be called after the picture has changed. */
  follow(): void;
}

const NONE: Response = { state: 'none' };
const MAX_REASON = 200;

/** An answer in the player's words. */
export function wordAnswer({ ok, code, reason }: RequestAnswer, translate: Translate): string {
  if (code === undefined) return translate(ok ? 'answer.done' : 'answer.cad');
  const said = reason === undefined ? '' : cleanText(reason, MAX_REASON);
  return said === '' ? translate(`answer.${code}`) : said;
}

export function createResponses(ports: {
  readonly picture: Picture;
  readonly requests: Pick<Requests, 'ask'>;
  readonly translate: Translate;
  /** The answer about a call has come. */
  readonly onAnswer: (key: string, answer: RequestAnswer) => void;
}): Responses {
  const { picture, requests, translate, onAnswer } = ports;
  const answers = new Map<string, Response>();

  return {
    of: (key) => answers.get(key) ?? NONE,
    respond(key) {
      const { state } = answers.get(key) ?? NONE;
      if (!picture.calls.has(key) || state === 'pending' || state === 'done') return;
      answers.set(key, { state: 'pending' });
      requests.ask({ action: 'respond', key }, (answer) => {
        // What became of the call meanwhile has its own way to the screen.
        if (picture.calls.has(key)) {
          answers.set(
            key,
            answer.ok ? { state: 'done' } : { state: 'failed', reason: wordAnswer(answer, translate) },
          );
        }
        onAnswer(key, answer);
      });
    },
    follow() {
      for (const [key, { state }] of [...answers]) {
        const call = picture.calls.get(key);
        // Who was taken off the call may answer it again.
        const isStale = state === 'done' && call?.dispatchId != null && !picture.isMine(call);
        if (!call || isStale) answers.delete(key);
      }
    },
  };
}
