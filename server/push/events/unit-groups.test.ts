import { describe, expect, test } from '@jest/globals';
import { createPushRig, readPush } from '../../../test/support/push-rig.ts';

const GROUP = { ADD: 'EVENT_UNIT_GROUP_ADD', REMOVE: 'EVENT_UNIT_GROUP_REMOVE' } as const;
const RENAME = 'EVENT_UNIT_GROUP_CHANGE_NAME';

describe.each(Object.values(GROUP))('%s', (type) => {
  test.each<[string, object, object, number[]]>([
    ['one id', { identId: '1' }, {}, [1]],
    ['several ids', { identIds: [1, 2] }, {}, [1, 2]],
    ['both, each once', { identId: 1, identIds: [1, 2] }, {}, [1, 2]],
    ['short names', { ident: 1, idents: [2] }, {}, [1, 2]],
    ['ids beside the data', {}, { identId: 1, identIds: [2] }, [1, 2]],
    ['ids in the data before those beside it', { identIds: [1] }, { identIds: [2] }, [1]],
  ])('with %s', (_, data, beside, idents) => {
    expect(readPush(type, { groupName: ' TF ', ...data }, beside)).toEqual({ idents, groupName: 'TF' });
  });

  test('without units is refused', () => {
    expect(readPush(type, { groupName: 'TF' })).toMatchObject({ path: 'data.identId' });
  });
});

describe('the name of a group', () => {
  test.each<[string, object, object]>([
    [GROUP.ADD, { identId: 1 }, { path: 'data.groupName', expected: 'expected a text' }],
    [GROUP.ADD, { identId: 1, groupName: 'nil' }, { path: 'data.groupName' }],
    [GROUP.REMOVE, { identId: 1 }, { groupName: '' }],
    [RENAME, { oldName: 'A' }, { path: 'data.newName' }],
    [RENAME, { newName: 'B' }, { idents: [], oldName: '', newName: 'B' }],
  ])('%s with %j', (type, data, expected) => {
    expect(readPush(type, data)).toMatchObject(expected);
  });
});

describe('units', () => {
  function setUp() {
    const { play, store } = createPushRig();
    play('EVENT_UNIT_LOGIN', { units: [{ id: 1 }, { id: 2, group: 'OLD' }] });
    const groups = () => store.units.all().map(({ group }) => group);
    return { play, groups };
  }

  test.each<[string, string, object, string[]]>([
    ['have the group', GROUP.ADD, { identIds: [1, 2], groupName: 'TF' }, ['TF', 'TF']],
    ['leave the group that is named', GROUP.REMOVE, { identIds: [1, 2], groupName: 'OLD' }, ['', '']],
    ['keep another one', GROUP.REMOVE, { identIds: [1, 2], groupName: 'TF' }, ['', 'OLD']],
    ['leave any group when none is named', GROUP.REMOVE, { identIds: [1, 2] }, ['', '']],
    ['follow the name of their group', RENAME, { oldName: 'OLD', newName: 'NEW' }, ['', 'NEW']],
    ['have the new name', RENAME, { identIds: [1], oldName: 'X', newName: 'NEW' }, ['NEW', 'OLD']],
    ['without a group get none by a name that is none', RENAME, { oldName: '', newName: 'NEW' }, ['', 'OLD']],
  ])('%s', (_, type, data, expected) => {
    const { play, groups } = setUp();
    play(type, data);
    expect(groups()).toEqual(expected);
  });
});
