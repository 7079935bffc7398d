// A refusal of the CAD as the outcome of an action.

import type { CadAnswer } from './cad-port.ts';
import { type Failed, failed } from './outcome.ts';

export type Refusal = Extract<CadAnswer<unknown>, { ok: false }>;

/** Whether the CAD has decided, or nobody will ask it again. Otherwise it could not be asked, or did not answer. */
export const isDecided = ({ code }: Refusal) => code === 'refused' || code === 'stopped';

const DOUBTS: ReadonlySet<string> = new Set([
  ...['timeout', 'unreachable', 'server-error', 'bad-answer'],
  'not-found',
]);

/** Whether the CAD may have done what it was asked all the same, or has no such call any more. */
export const isInDoubt = ({ code }: Refusal) => DOUBTS.has(code);

export function fromCad(answer: Refusal): Failed {
  return answer.code === 'not-configured' ? failed('not-configured') : failed('cad', answer.reason);
}
