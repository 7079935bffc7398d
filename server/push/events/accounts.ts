// Accounts: a civilian character chosen, and a game account linked to a CAD account.

import * as z from '../../zod.ts';
import { definePush, type PushDocumentation } from '../definition.ts';
import { field, isAbsent, numberOrText, someText, text } from '../fields.ts';

export const characterSelected = definePush({
  type: 'EVENT_CHAR_SELECTED',
  schema: () =>
    z.mapped(
      z.object({
        accId: text(80),
        id: field('expected a number or a text', (value) => {
          const parsed = isAbsent(value) ? undefined : numberOrText(120).safeParse(value).data;
          return parsed ?? undefined;
        }),
      }),
      ({ accId, id }) => ({ accountId: accId, character: id }),
    ),
});

export const characterSelectedDocs: PushDocumentation = {
  summary: 'A player chose a civilian character in the CAD.',
  fields: {
    accountId: 'CAD account, or `""`',
    character: 'number of the character, or the id of the game that it is kept in step with',
  },
  variants: ['without `accId`', '`id` as a number or a text'],
  effect: 'None here; the event is for other resources.',
  raises: [],
  fixtures: ['25_char_selected', '25v_char_selected_sync_id'],
};

export const linkVerified = definePush({
  type: 'EVENT_COMMUNITY_LINK_VERIFIED',
  schema: () => z.object({ communityUserId: someText(120), accountUuid: text(80) }),
});

export const linkVerifiedDocs: PushDocumentation = {
  summary: 'A game account was linked to a CAD account.',
  fields: { communityUserId: 'identifier of the game account', accountUuid: 'CAD account, or `""`' },
  variants: [],
  effect: 'None here; the event is for other resources.',
  raises: [],
  fixtures: ['26_community_link_verified'],
};
