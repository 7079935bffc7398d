// What came of an action: of the player, or of another resource through an export. Never an exception.

import type { OutcomeCode } from '../../shared/requests.ts';

/** Done. With the code `local` it was done on this server alone. */
export type Done<T = object> = { readonly ok: true; readonly code?: 'local' } & T;

/** Not done, and why: in a word for programs, in a sentence for people. */
export interface Failed {
  readonly ok: false;
  readonly code: Exclude<OutcomeCode, 'local'>;
  readonly reason: string;
}

export type Outcome<T = object> = Done<T> | Failed;

/** Sentences for other resources; players get them in their language from the client. */
const REASONS: Readonly<Record<Failed['code'], string>> = {
  'off-duty': 'The player is not on duty.',
  'no-unit': 'The player is not logged in to the CAD as a unit, or the CAD does not know who the player is.',
  'no-call': 'There is no such open call.',
  'not-allowed': 'The player may not do that.',
  'too-far': 'The player is too far away from the call.',
  'no-dispatch-call': 'The call is a 911 call that nobody has answered yet: that needs a dispatch call.',
  'not-attached': 'The unit is not attached to a call.',
  'no-status': 'There is no such status.',
  empty: 'There is no text.',
  'too-fast': 'That was asked for a moment ago.',
  busy: 'The same is under way.',
  cad: 'The CAD refused.',
  'not-configured':
    'The CAD’s API is not set up: sonoran_apiKey and sonoran_serverId are needed in server.cfg, and "rest" not turned off in config.json.',
  invalid: 'The request is not one that can be understood.',
};

/** A failure; without `reason` in the usual words. */
export function failed(code: Failed['code'], reason: string = REASONS[code]): Failed {
  return { ok: false, code, reason };
}
