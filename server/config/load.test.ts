import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { loadConfig } from './load.ts';
import { defaultConfig } from './schema.ts';

describe('config.json', () => {
  test.each([
    ['missing', null],
    ['empty', ' \n'],
    ['an empty object', '{}'],
    ['comments only', '// nothing yet\n{ /* here */ }'],
    ['with a byte order mark', '\ufeff{}'],
  ])('may be %s', (_, text) => {
    expect(loadConfig(text)).toEqual({ config: defaultConfig, problems: [] });
  });

  test('as shipped holds the defaults', () => {
    const { config, problems } = loadConfig(readFileSync('config.json', 'utf8'));
    expect(problems).toEqual([]);
    expect(config).toMatchObject(defaultConfig);
  });

  test('a setting overrides its default and no other', () => {
    const { config } = loadConfig('{ "calls": { "expireEmergencyMinutes": 5, }, }');
    expect(config).toEqual({
      ...defaultConfig,
      calls: { ...defaultConfig.calls, expireEmergencyMinutes: 5 },
    });
  });

  test.each([
    [
      'a wrong type',
      '{"http":{"maxBodyBytes":"big"}}',
      /"http.maxBodyBytes": .*number.* The default 4194304 is used/,
    ],
    [
      'out of bounds',
      '{"calls":{"expireEmergencyMinutes":0}}',
      /"calls.expireEmergencyMinutes": .* default 30 /,
    ],
    ['a group that is none', '{"blips":7}', /"blips": /],
    ['an unknown setting', '{"blips":{"shinyness":3}}', /no setting "blips.shinyness"/],
    ['an unknown group', '{"blibs":{}}', /no setting "blibs"/],
    ['not an object', '[]', /expected an object/],
    ['broken JSON', '{\n  "calls": {,\n}', /line 2, column 13/],
  ])('%s is told, and the default used', (_, text, expected) => {
    const { config, problems } = loadConfig(text);
    expect(config).toEqual(defaultConfig);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(expected);
  });

  test.each([
    [
      'an element of a list',
      '{"duty":{"sources":["cad","moon","ace"]}}',
      /"duty.sources.1": .* It is left out/,
      { duty: { ...defaultConfig.duty, sources: ['cad', 'ace'] } },
    ],
    [
      'an element that lacks something',
      '{"duty":{"jobs":[{"minGrade":1},{"name":"police"}]}}',
      /"duty.jobs.0.name": .* It is left out/,
      { duty: { ...defaultConfig.duty, jobs: [{ name: 'police' }] } },
    ],
  ])('%s that is wrong is left out, and the others apply', (_, text, expected, settings) => {
    const { config, problems } = loadConfig(text);
    expect(config).toEqual({ ...defaultConfig, ...settings });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(expected);
  });

  test('every wrong setting is told, and the right ones apply', () => {
    const { config, problems } = loadConfig(
      '{"http":{"maxBodyBytes":1,"bodyTimeoutSeconds":9},"log":{"events":"no"},"x":1,"y":2}',
    );
    expect(problems).toHaveLength(4);
    expect(config.http).toEqual({ maxBodyBytes: 4_194_304, bodyTimeoutSeconds: 9 });
  });
});
