import { describe, expect, test } from '@jest/globals';
import { fc } from '../../test/support/properties.ts';
import { checkSettings } from './check-settings.ts';
import { defaultConfig } from './default-config.ts';
import { configSchema, settingNames } from './schema.ts';

/** What the schema of the whole file makes of it. */
function checkWhole(said: object) {
  const parsed = configSchema().safeParse(said);
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, error: parsed.error.issues };
}

test('the defaults are allowed, and come out as they are', () => {
  expect(configSchema().parse(defaultConfig)).toEqual(defaultConfig);
  expect(Object.keys(defaultConfig)).toEqual(
    settingNames.filter((name) => Object.hasOwn(defaultConfig, name)),
  );
});

describe('leaving out what applies anyway changes nothing', () => {
  test.each<[string, object]>([
    ['nothing', {}],
    ['all defaults', defaultConfig],
    ['one other setting', { ...defaultConfig, reloadSeconds: 30 }],
    ['a part of a group', { calls: { maxOpen: 20 }, log: defaultConfig.log }],
    ['in another order', { statusLabels: ['A'], $schema: './config.schema.json', transport: 'both' }],
    ['settings without a default', { pushEventForwardUrl: 'http://x', enablePushEventForwarding: true }],
    ['a mistake', { ...defaultConfig, calls: { maxOpen: 'many' } }],
    ['a setting that there is not', { ...defaultConfig, trasnport: 'http' }],
  ])('%s', (_, said) => {
    const checked = checkSettings({ ...said });
    expect(checked).toEqual(checkWhole(said));
    if (checked.ok) expect(Object.keys(checked.value)).toEqual(Object.keys(checkWhole(said).value ?? {}));
  });

  test('anything', () => {
    const value = fc.oneof(fc.jsonValue(), fc.constantFrom(...Object.values(defaultConfig)));
    const said = fc.dictionary(fc.constantFrom(...settingNames, 'other'), value);
    fc.assert(fc.property(said, (one) => expect(checkSettings(one)).toEqual(checkWhole(one))));
  });
});
