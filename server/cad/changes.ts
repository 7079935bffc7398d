// The facts that the store reports: what has become different, with the picture before and after.

import type { Call } from '../../shared/call.ts';

/** Why a call is over. */
export type CloseReason = 'removed' | 'expired' | 'displaced';

/** One change of what is known. Calls are immutable: `before` stays as it was. */
export type Change =
  | { readonly type: 'call.opened'; readonly call: Call }
  | { readonly type: 'call.updated'; readonly call: Call; readonly before: Call }
  | {
      readonly type: 'call.closed';
      readonly call: Call;
      readonly before: Call;
      readonly reason: CloseReason;
    };
