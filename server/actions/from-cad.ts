// A refusal of the CAD as the outcome of an action.

import type { CadAnswer } from './cad-port.ts';
import { type Failed, failed } from './outcome.ts';

type Refusal = Extract<CadAnswer<unknown>, { ok: false }>;

/** Whether the CAD has decided, or nobody will ask it again. Otherwise it could not be asked, or did not answer. */
export const isDecided = ({ code }: Refusal) => code === 'refused' || code === 'stopped';

const UNCLEAR: ReadonlySet<string> = new Set(['timeout', 'unreachable', 'server-error', 'bad-answer']);

/** Whether the CAD may have done what it was asked all the same. */
export const isUnclear = ({ code }: Refusal) => UNCLEAR.has(code);

export function fromCad(answer: Refusal): Failed {
  return answer.code === 'not-configured' ? failed('not-configured') : failed('cad', answer.reason);
}
