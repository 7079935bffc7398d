// Units put on dispatch calls and taken off again.

import { once } from '../../../shared/once.ts';
import * as z from '../../zod.ts';
import { definePush, type PushDocumentation } from '../definition.ts';
import { at, id, idsOfObjects, idsUnder, together, wholeOrNull } from '../fields.ts';

const attachment = once(() =>
  together({
    callId: at('callId', id()),
    idents: idsUnder('idents', 'ident'),
    eventOriginIdent: at('eventOriginIdent', wholeOrNull()),
  }),
);

const fields = {
  callId: 'number of the dispatch call',
  idents: 'idents of the units',
  eventOriginIdent: 'ident of the unit that caused the event, or null',
};
const variants = ['`ident` or `idents`, one or several, or both'];

export const unitAttached = definePush({
  type: 'EVENT_DISPATCH_UNIT_ATTACH',
  aliases: ['EVENT_UNIT_ATTACH'],
  schema: attachment,
  apply: (store, { callId, idents }) => store.incidents.attach(callId, idents),
});

export const unitAttachedDocs: PushDocumentation = {
  summary: 'Units were attached to a dispatch call.',
  fields,
  variants,
  effect:
    'Attaches them, also units that are not known. When the call has not arrived yet they wait for it. A unit leaves its other calls only when the CAD says so.',
  raises: ['sonorancad:unitAttached', 'sonorancad:callUpdated'],
  fixtures: ['07_unit_attach_single', '07v_unit_attach_multiple'],
};

export const unitDetached = definePush({
  type: 'EVENT_DISPATCH_UNIT_DETACH',
  aliases: ['EVENT_UNIT_DETACH'],
  schema: attachment,
  apply: (store, { callId, idents }) => store.incidents.detach(callId, idents),
});

export const unitDetachedDocs: PushDocumentation = {
  summary: 'Units were detached from a dispatch call.',
  fields,
  variants,
  effect: 'Detaches those that are attached; the others are no matter.',
  raises: ['sonorancad:unitDetached', 'sonorancad:callUpdated'],
  fixtures: ['29_unit_detach_single', '29v_unit_detach_multiple'],
};

export const unitCleared = definePush({
  type: 'EVENT_UNIT_CALL_CLEAR',
  schema: () =>
    z.preprocess(
      idsOfObjects('units'),
      z.mapped(idsUnder('units', 'idents', 'identIds', 'identId'), (idents) => ({ idents })),
    ),
  apply: (store, { idents }) => store.incidents.clear(idents),
});

export const unitClearedDocs: PushDocumentation = {
  summary: 'Units were cleared from whatever call they were on (old versions of the CAD).',
  fields: { idents: 'idents of the units' },
  variants: ['whole units in `units`, or ids in `idents` or `identIds`'],
  effect: 'Detaches the units from all calls.',
  raises: ['sonorancad:unitDetached', 'sonorancad:callUpdated'],
  fixtures: ['91_legacy_unit_call_clear'],
};
