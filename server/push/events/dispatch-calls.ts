// Dispatch calls: made, edited, noted on and closed.

import { once } from '../../../shared/once.ts';
import * as z from '../../zod.ts';
import { definePush, type PushDocumentation } from '../definition.ts';
import { isObject } from '../envelope.ts';
import { id, idsUnder, wholeOrNull } from '../fields.ts';
import { note, wireDispatch } from '../wire-dispatch.ts';

/** The call stands in `dispatch`, or is the data itself. */
const folded = once(() =>
  z.preprocess(
    (raw) =>
      isObject(raw) && raw.dispatch === undefined && 'callId' in raw ? { ...raw, dispatch: raw } : raw,
    z.compiledObject({ dispatch: wireDispatch(), eventOriginIdent: wholeOrNull() }),
  ),
);

const dispatchFields = {
  'dispatch.callId': 'number of the dispatch call',
  'dispatch.…':
    '`origin`, `status`, `priority`, `block`, `address`, `postal`, `title`, `code`, `description`, `primary`, `trackPrimary`, `metaData`; what was not sent is missing',
  'dispatch.idents': 'attached units, when they were sent',
  'dispatch.notes': 'notes as `{ time, label, type, content }`',
  'dispatch.updated': 'ms since the epoch, or null',
  eventOriginIdent: 'ident of the unit that caused the event, or null',
};

const dispatchVariants = [
  'the call without its wrapper',
  '`notes` as a list, a text, a list of texts or `""`',
  'whole units in `units` instead of ids in `idents`',
  '`priority` as a number or as free text',
];

export const dispatchNew = definePush({
  type: 'EVENT_DISPATCH_NEW',
  schema: folded,
  apply: (store, { dispatch }) => store.incidents.putDispatch(dispatch, 'new'),
});

export const dispatchNewDocs: PushDocumentation = {
  summary: 'A dispatch call was made.',
  fields: dispatchFields,
  variants: dispatchVariants,
  effect:
    'Opens a call, or takes over the 911 call it was made from (`createdFromId` or `origin911` in its metaData). Sent again it only fills gaps.',
  raises: ['sonorancad:callOpened', 'sonorancad:callUpdated', 'sonorancad:unitAttached'],
  fixtures: ['05_dispatch_new_from_911', '05v_dispatch_new_docs_array_notes_string'],
};

export const dispatchEdit = definePush({
  type: 'EVENT_DISPATCH_EDIT',
  schema: folded,
  apply: (store, { dispatch }) => store.incidents.putDispatch(dispatch, 'edit'),
});

export const dispatchEditDocs: PushDocumentation = {
  summary: 'A dispatch call was edited.',
  fields: dispatchFields,
  variants: dispatchVariants,
  effect: 'Changes what was sent and leaves the rest. A call that was not known is opened.',
  raises: [
    'sonorancad:callUpdated',
    'sonorancad:callNote',
    'sonorancad:unitAttached',
    'sonorancad:unitDetached',
  ],
  fixtures: ['11_dispatch_edit', '11v_dispatch_edit_flat'],
};

export const dispatchClosed = definePush({
  type: 'EVENT_DISPATCH_CLOSED',
  aliases: ['EVENT_DISPATCH_CLOSE'],
  schema: () => z.mapped(idsUnder('callIds', 'callId'), (callIds) => ({ callIds })),
  apply: (store, { callIds }) => store.incidents.closeDispatches(callIds),
});

export const dispatchClosedDocs: PushDocumentation = {
  summary: 'Dispatch calls were closed.',
  fields: { callIds: 'numbers of the dispatch calls' },
  variants: ['one number instead of a list', '`callId` instead of `callIds`'],
  effect: 'Closes every one that is known; the others are remembered for a while in case they arrive late.',
  raises: ['sonorancad:callClosed'],
  fixtures: ['30_dispatch_closed', '30v_dispatch_closed_unknown_first'],
};

export const dispatchNote = definePush({
  type: 'EVENT_DISPATCH_NOTE',
  schema: () => z.compiledObject({ callId: id(), note: note() }),
  apply: (store, data) => store.incidents.addNote(data.callId, data.note),
});

export const dispatchNoteDocs: PushDocumentation = {
  summary: 'A note was added to a dispatch call.',
  fields: { callId: 'number of the dispatch call', note: '`{ time, label, type, content }`' },
  variants: ['the note as a plain text'],
  effect: 'Adds the note at its time, once. A note that comes before its call waits for it.',
  raises: ['sonorancad:callNote', 'sonorancad:callUpdated'],
  fixtures: ['10_dispatch_note', '10v_dispatch_note_legacy_string'],
};
