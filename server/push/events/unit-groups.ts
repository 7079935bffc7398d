// Unit groups: units put into a group, taken out of it, and groups renamed.

import { definePush, type PushDocumentation } from '../definition.ts';
import { anyIdsUnder, at, idsUnder, someText, text, together } from '../fields.ts';

const IDENT_FIELDS = ['identId', 'identIds', 'ident', 'idents'] as const;
/** Some versions of the CAD put the ids beside `data`. */
const envelopeFields = ['identId', 'identIds'];
const variants = [
  '`identId` and `identIds`, one or several, or both',
  'the ids beside `data` instead of in it',
];
const effect = 'The units have the group; rules and tones that name groups follow.';

export const groupAdded = definePush({
  type: 'EVENT_UNIT_GROUP_ADD',
  envelopeFields,
  schema: () => together({ idents: idsUnder(...IDENT_FIELDS), groupName: at('groupName', someText(80)) }),
  apply: (store, { idents, groupName }) => store.units.setGroup(idents, groupName),
});

export const groupAddedDocs: PushDocumentation = {
  summary: 'Units were put into a group.',
  fields: { idents: 'idents of the units', groupName: 'name of the group' },
  variants,
  effect,
  raises: [],
  fixtures: ['22_group_add', '22v_group_add_both'],
};

export const groupRemoved = definePush({
  type: 'EVENT_UNIT_GROUP_REMOVE',
  envelopeFields,
  schema: () => together({ idents: idsUnder(...IDENT_FIELDS), groupName: at('groupName', text(80)) }),
  apply: (store, { idents, groupName }) =>
    groupName === '' ? store.units.setGroup(idents, '') : store.units.setGroup(idents, '', groupName),
});

export const groupRemovedDocs: PushDocumentation = {
  summary: 'Units were taken out of a group.',
  fields: { idents: 'idents of the units', groupName: 'name of the group, or `""`' },
  variants,
  effect: 'Units that are in that group are in none; units that have another one by now keep it.',
  raises: [],
  fixtures: ['24_group_remove'],
};

export const groupRenamed = definePush({
  type: 'EVENT_UNIT_GROUP_CHANGE_NAME',
  envelopeFields,
  schema: () =>
    together({
      idents: anyIdsUnder(...IDENT_FIELDS),
      oldName: at('oldName', text(80)),
      newName: at('newName', someText(80)),
    }),
  apply: (store, { idents, oldName, newName }) => [
    ...store.units.setGroup(idents, newName),
    ...(oldName === '' ? [] : store.units.renameGroup(oldName, newName)),
  ],
});

export const groupRenamedDocs: PushDocumentation = {
  summary: 'A group has another name.',
  fields: { idents: 'idents of the units in it', oldName: 'the old name, or `""`', newName: 'the new name' },
  variants,
  effect,
  raises: [],
  fixtures: ['23_group_rename'],
};
