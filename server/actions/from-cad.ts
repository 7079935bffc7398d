// A refusal of the CAD as the outcome of an action.

import type { CadAnswer } from './cad-port.ts';
import { type Failed, failed } from './outcome.ts';

type Refusal = Extract<CadAnswer<unknown>, { ok: false }>;

/** Whether the CAD has decided, or nobody will ask it again. Otherwise it could not be asked, or did not answer. */
export const isDecided = ({ code }: Refusal) => code === 'refused' || code === 'stopped';

export function fromCad(answer: Refusal): Failed {
  return answer.code === 'not-configured' ? failed('not-configured') : failed('cad', answer.reason);
}
