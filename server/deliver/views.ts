// What of a call a player may know.

import type { Call, CallView } from '../../shared/call.ts';

/** The call without its metaData, which names the caller's player id and account. */
export function toCallView(call: Call): CallView {
  const { metaData: _, ...view } = call;
  return view;
}
