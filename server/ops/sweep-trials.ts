// Takes away what `sonorancad simulate` made up and a crash left behind.

import { isTrial } from '../cad/picture.ts';
import type { Store } from '../cad/store.ts';

/** `receive` takes an event in as if the CAD had sent it. */
export function sweepTrials(
  { incidents, units }: Pick<Store, 'incidents' | 'units'>,
  receive: (type: string, data: unknown) => boolean,
): void {
  const calls = incidents.openCalls();
  const dispatchIds = calls.flatMap(({ dispatchId }) => dispatchId ?? []).filter(isTrial);
  const emergencyIds = calls.flatMap(({ emergencyId }) => emergencyId ?? []).filter(isTrial);
  const idents = units.all().flatMap(({ ident }) => (isTrial(ident) ? ident : []));
  if (dispatchIds.length > 0) receive('EVENT_DISPATCH_CLOSED', { callIds: dispatchIds });
  if (emergencyIds.length > 0) receive('EVENT_REMOVE_911', { callIds: emergencyIds });
  for (const identId of idents) receive('EVENT_UNIT_LOGOUT', { identId });
}
