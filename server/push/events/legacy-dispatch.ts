// The one dispatch event that the CAD sent until 2021: what happened stands in a number beside the call.

import * as z from '../../zod.ts';
import { definePush, type PushDocumentation } from '../definition.ts';
import { id } from '../fields.ts';
import { wireDispatch } from '../wire-dispatch.ts';

/** 0 new, 1 edit, 2 close, 3 note, 4 a unit cleared itself. Notes and units stand in the call. */
const CLOSE = 2;
const NEW = 0;

export const legacyDispatch = definePush({
  type: 'EVENT_DISPATCH',
  schema: () => z.object({ dispatch_type: id(), dispatch: wireDispatch() }),
  apply(store, { dispatch_type: kind, dispatch }) {
    if (kind === CLOSE) return store.incidents.closeDispatches([dispatch.callId]);
    return store.incidents.putDispatch(dispatch, kind === NEW ? 'new' : 'edit');
  },
});

export const legacyDispatchDocs: PushDocumentation = {
  summary: 'Something happened to a dispatch call (old versions of the CAD).',
  fields: {
    dispatch_type: '0 new, 1 edit, 2 close, 3 note, 4 a unit cleared itself',
    dispatch: 'as in EVENT_DISPATCH_NEW',
  },
  variants: ['attached units whole, in `dispatch.units`'],
  effect: 'The same as the events of today.',
  raises: [
    'sonorancad:callOpened',
    'sonorancad:callUpdated',
    'sonorancad:callClosed',
    'sonorancad:unitAttached',
  ],
  fixtures: ['90_legacy_event_dispatch'],
};
