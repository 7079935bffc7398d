import { expect, test } from '@jest/globals';
import { loadMistakes } from '../../test/support/load-config.ts';
import { defaultConfig } from './default-config.ts';
import { loadSettings } from './load-settings.ts';

const ENGLISH = '{"card.by":"by {caller}"}';

function load(files: Readonly<Record<string, string>>, convars: Readonly<Record<string, string>> = {}) {
  const resource = { name: 'sonorancad', readFile: (path: string) => files[path] ?? null };
  return loadSettings(resource, { get: (name) => convars[name] ?? '' }, loadMistakes);
}

test('nothing at all is the defaults, and no problem', () => {
  expect(load({})).toEqual({ config: defaultConfig, problems: [], warnings: [] });
});

test.each(['config.json.txt', 'config.json.json'])('a file called %s is found, and not read', (name) => {
  const { config, warnings } = load({ [name]: '{"distances":"imperial"}' });
  expect(config.distances).toBe('metric');
  expect(warnings).toEqual([expect.stringContaining(`only a file called ${name}`)]);
});

test('a key that an owner put into the wrong place is not shown', () => {
  const sonoran_apiKey = 'ABCD-0123-EFGH';
  const convars = { sonoran_apiKey, sonoran_apiKeyPrevious: 'OLD-KEY-0123' };
  const shown = [
    `{"notify":"${sonoran_apiKey}"}`,
    `{"distances":"key ${sonoran_apiKey.toLowerCase()}"}`,
    `{"apiKey" "${sonoran_apiKey}"}`,
    `{"OLD-KEY-0123": 1}`,
  ].flatMap((text) => load({ 'config.json': text }, convars).problems);
  expect(shown).toHaveLength(4);
  expect(shown.join()).not.toMatch(/ABCD|OLD-KEY/i);
  expect(shown.join()).toContain('got "(the API key)"');
});

test('own texts are held against the English ones', () => {
  const config = '{"notify":{"texts":{"card.by":"von {name}","card.no":"x"}}}';
  const { problems } = load({ 'config.json': config, 'locales/en.json': ENGLISH });
  expect(problems).toEqual([
    expect.stringMatching(/^config\.json: notify\.texts: "card\.by": \{name\}/),
    expect.stringMatching(/^config\.json: notify\.texts: "card\.no": there is no such text/),
  ]);
});

test.each([
  ['the setting', { 'config.json': '{"notify":{"language":"xx"}}' }, {}],
  ['the convar', {}, { 'ox:locale': 'xx' }],
])('a language that is not there is told, named by %s', (_, files, convars) => {
  expect(load({ ...files, 'locales/en.json': ENGLISH }, convars).warnings).toEqual([
    expect.stringContaining('locales/xx.json'),
  ]);
});

test('a broken English file is told, and checks nothing else', () => {
  const { warnings, problems } = load({
    'config.json': '{"notify":{"language":"en","texts":{"a":"b"}}}',
    'locales/en.json': '{,',
  });
  expect(problems).toEqual([]);
  expect(warnings).toEqual([
    expect.stringMatching(/^locales\/en\.json line 1.*Texts are shown by their names/),
  ]);
});

test('lines of server.cfg are among the warnings', () => {
  expect(load({}, { sonoran_serverId: 'x' }).warnings).toEqual([expect.stringContaining('sonoran_serverId')]);
});
