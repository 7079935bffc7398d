// Records: passed on to other resources as they are, nothing is kept here.

import { once } from '../../../shared/once.ts';
import * as z from '../../zod.ts';
import { definePush, type PushDocumentation } from '../definition.ts';
import { isObject } from '../envelope.ts';
import { field, id, someText } from '../fields.ts';

/** Communities design their records themselves: nothing below the record is looked at. */
const schema = once(() =>
  z.object({
    record: field('expected an object with the record', (raw) => (isObject(raw) ? raw : undefined)),
  }),
);

const fields = {
  record: 'the record as the CAD sent it: `id`, `recordTypeId`, `name`, `type`, `sections[].fields[]`',
};
const variants = ['an empty record'];
const effect = 'None here; the event is for other resources.';

export const recordAdded = definePush({
  type: 'EVENT_RECORD_ADD',
  aliases: ['EVENT_RECORD_ADDED'],
  schema,
});

export const recordAddedDocs: PushDocumentation = {
  summary: 'A record was added.',
  fields,
  variants,
  effect,
  raises: [],
  fixtures: ['19_record_add'],
};

export const recordEdited = definePush({
  type: 'EVENT_RECORD_EDIT',
  schema,
});

export const recordEditedDocs: PushDocumentation = {
  summary: 'A record was edited.',
  fields,
  variants,
  effect,
  raises: [],
  fixtures: ['20_record_edit'],
};

export const recordRemoved = definePush({
  type: 'EVENT_RECORD_REMOVE',
  schema,
});

export const recordRemovedDocs: PushDocumentation = {
  summary: 'A record was removed.',
  fields,
  variants,
  effect,
  raises: [],
  fixtures: ['21_record_remove', '21v_record_remove_empty'],
};

export const recordPrinted = definePush({
  type: 'EVENT_PRINT_RECORD',
  schema: () =>
    z.mapped(
      z.object({
        identId: id(),
        url: someText(2000).check(z.refine(isHttps, { error: 'expected an https address' })),
      }),
      ({ identId, url }) => ({ ident: identId, url }),
    ),
});

export const recordPrintedDocs: PushDocumentation = {
  summary: 'A record was printed for a unit.',
  fields: { ident: 'ident of the unit', url: 'address of the document, https only' },
  variants: [],
  effect: 'None here: the document is never downloaded. The event is for other resources.',
  raises: [],
  fixtures: ['28_print_record'],
};

function isHttps(address: string): boolean {
  return URL.canParse(address) && new URL(address).protocol === 'https:';
}
