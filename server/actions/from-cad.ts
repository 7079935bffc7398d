// A refusal of the CAD as the outcome of an action.

import type { CadAnswer } from './cad-port.ts';
import { type Failed, failed } from './outcome.ts';

export function fromCad(answer: Extract<CadAnswer<unknown>, { ok: false }>): Failed {
  return answer.code === 'not-configured' ? failed('not-configured') : failed('cad', answer.reason);
}
