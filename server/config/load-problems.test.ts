// What an owner is told of settings that are wrong.

import { describe, expect, test } from '@jest/globals';
import { loadConfig } from '../../test/support/load-config.ts';
import { defaultConfig } from './default-config.ts';

describe('a setting that is wrong is told with place, got, expected, and what is used instead', () => {
  test.each<[string, string, string]>([
    [
      'a wrong type',
      '{\n  "http": { "maxBodyBytes": "big" }\n}',
      'line 2, column 29: "http.maxBodyBytes": got "big", expected a whole number from 1024 to 5242880. The default 4194304 is used.',
    ],
    [
      'out of bounds',
      '{"calls":{"expireEmergencyMinutes":0}}',
      'line 1, column 36: "calls.expireEmergencyMinutes": got 0, expected a number from 0.05 to 1440. The default 30 is used.',
    ],
    [
      'no whole number',
      '{"calls":{"maxOpen":10.5}}',
      'line 1, column 21: "calls.maxOpen": got 10.5, expected a whole number from 10 to 5000. The default 500 is used.',
    ],
    [
      'beyond all numbers',
      '{"units":{"panicSeconds":1e999}}',
      'line 1, column 26: "units.panicSeconds": got Infinity, expected a number from 5 to 3600. The default 120 is used.',
    ],
    [
      'yes for true',
      '{"log":{"events":"yes"}}',
      'line 1, column 18: "log.events": got "yes", expected true or false. The default true is used.',
    ],
    [
      'a word that is not among the words',
      '{"transport":"htp"}',
      'line 1, column 14: "transport": got "htp", expected one of "http", "websocket", "both". The default "http" is used.',
    ],
    [
      'one of several kinds',
      '{"rest":{"enabled":"yes"}}',
      'line 1, column 20: "rest.enabled": got "yes", expected "auto", or true or false. The default "auto" is used.',
    ],
    [
      'null where it means something, and something else',
      '{"routes":{"onSceneStatus":"four"}}',
      'line 1, column 28: "routes.onSceneStatus": got "four", expected a whole number from 0 on, or null. The default 4 is used.',
    ],
    [
      'a rule of its own',
      '{"rest":{"resyncMinutes":1}}',
      'line 1, column 26: "rest.resyncMinutes": got 1, expected 0, or 2 and more. The default 5 is used.',
    ],
    [
      'a key of the keyboard that is none',
      '{"keys":{"list":"F 9"}}',
      'line 1, column 17: "keys.list": got "F 9", expected a key by its name in the game, such as "F9" or "NUMPAD5". The default "F9" is used.',
    ],
    [
      'a group that is none',
      '{"blips":7}',
      'line 1, column 10: "blips": got 7, expected a group { emergency, civil, dispatch, ... }. The default is used.',
    ],
    [
      'a list that is none',
      '{"tones":{"hosts":"a.b"}}',
      'line 1, column 19: "tones.hosts": got "a.b", expected a list [...] with up to 50 entries, each of them a text of 1 to 200 characters. The default is used.',
    ],
    [
      'a setting of a map',
      '{"notify":{"seconds":{"panic":1000}}}',
      'line 1, column 31: "notify.seconds.panic": got 1000, expected a number from 1 to 300. It is left out.',
    ],
    [
      'a misspelt setting',
      '{"blips":{"shortrange":true}}',
      'line 1, column 11: there is no setting "blips.shortrange"; did you mean "blips.shortRange"? It is ignored.',
    ],
    [
      'a misspelt group',
      '{\n\n  "blibs": {}\n}',
      'line 3, column 3: there is no setting "blibs"; did you mean "blips"? It is ignored.',
    ],
    [
      'a misspelt name of a map',
      '{"notify":{"kinds":{"cal-opened":"none"}}}',
      'line 1, column 21: there is no setting "notify.kinds.cal-opened"; did you mean "notify.kinds.call-opened"? It is ignored.',
    ],
    [
      'a setting in the wrong group',
      '{"maxOpen":20}',
      'line 1, column 2: there is no setting "maxOpen"; did you mean "calls.maxOpen"? It is ignored.',
    ],
    [
      'a setting like no other',
      '{"qqqqqqqqqq":1}',
      'line 1, column 2: there is no setting "qqqqqqqqqq". It is ignored.',
    ],
    [
      'the API key, which is not shown',
      '{"apiKey":"SECRET"}',
      'line 1, column 2: there is no setting "apiKey": it belongs into server.cfg: set sonoran_apiKey "...". It is ignored.',
    ],
    [
      'a name that every object has',
      '{"constructor":1}',
      'line 1, column 2: there is no setting "constructor". It is ignored.',
    ],
    [
      'a prototype',
      '{"__proto__":{"transport":"websocket"}}',
      'line 1, column 2: there is no setting "__proto__". It is ignored.',
    ],
    [
      'what may hold a password, which is not shown',
      '{"forward":{"queue":"https://SECRET"}}',
      'line 1, column 21: "forward.queue": got a text, expected a whole number from 1 to 5000. The default 500 is used.',
    ],
  ])('%s', (_, text, expected) => {
    expect(loadConfig(text)).toEqual({ config: defaultConfig, problems: [`config.json ${expected}`] });
  });

  test('in a group of its own is replaced by what that group says, not by the usual groups', () => {
    const { config, problems } = loadConfig('{"cards":{"priorities":{"1":{"level":"hi","label":"A"}}}}');
    expect(config.cards.priorities).toEqual({ '1': { level: 'normal', label: 'A', seconds: 8 } });
    expect(problems).toEqual([
      'config.json line 1, column 38: "cards.priorities.1.level": got "hi", expected one of "low", "normal", "high", "critical". Instead "normal" is used.',
    ]);
  });

  test('that stands twice counts where it stands last', () => {
    const { config, problems } = loadConfig('{"log":{"events":7},"log":{"events":false}}');
    expect(config.log.events).toBe(false);
    expect(problems).toEqual([
      'config.json line 1, column 21: "log" stands twice; this one, the last, is used.',
    ]);
  });

  test('whose letters were lost applies, and it is told', () => {
    const { config, problems } = loadConfig('{"statusLabels":["m\ufffdde"]}');
    expect(config.statusLabels).toEqual(['m\ufffdde']);
    expect(problems).toEqual([expect.stringMatching(/^config.json line 1, column 20: .*UTF-8/)]);
  });

  test('and control characters do not reach the console', () => {
    const [problem] = loadConfig('{"transport":"^1red\\u001b[0m"}').problems;
    expect(problem).toContain('got "1red\\u001b[0m"');
  });

  test('every wrong setting is told in the order of the file, and the right ones apply', () => {
    const { config, problems } = loadConfig(
      '{"http":{"maxBodyBytes":1,"bodyTimeoutSeconds":9},"log":{"events":"no"},"x":1,"y":2}',
    );
    expect(problems.map((problem) => /"([^"]*)"/.exec(problem)?.[1])).toEqual([
      'http.maxBodyBytes',
      'log.events',
      'x',
      'y',
    ]);
    expect(config.http).toEqual({ maxBodyBytes: 4_194_304, bodyTimeoutSeconds: 9 });
  });

  test('more of them than anybody reads become a number', () => {
    const names = Array.from({ length: 5000 }, (_, index) => `"zzzzzz${index}":0`);
    const { problems } = loadConfig(`{${names.join(',')}}`);
    expect(problems).toHaveLength(31);
    expect(problems.at(-1)).toBe('config.json: and 4970 mistakes more.');
  });
});

describe('of a list, what is wrong is left out as a whole, and the others apply', () => {
  test.each([
    [
      'a word',
      '{"duty":{"sources":["cad","moon","ace"]}}',
      '"duty.sources[1]": got "moon", expected one of "cad", "ace", "job", "export". All of "duty.sources[1]" is left out.',
      { duty: { ...defaultConfig.duty, sources: ['cad', 'ace'] } },
    ],
    [
      'a word where a single one would do, too',
      '{"notify":{"kinds":{"panic":["chat","x"]}}}',
      '"notify.kinds.panic[1]": got "x", expected one of "auto", "cards", "ox_lib", "lation_ui", "okokNotify", "t-notify", "mythic_notify", "pNotify", "qbox", "qbcore", "esx", "chat", "feed", "custom". All of "notify.kinds.panic[1]" is left out.',
      { notify: { ...defaultConfig.notify, kinds: { panic: ['chat'] } } },
    ],
    [
      'an entry that lacks something',
      '{"duty":{"jobs":[{"minGrade":1},{"name":"police"}]}}',
      '"duty.jobs[0].name": got nothing, expected a text of 1 or more characters. All of "duty.jobs[0]" is left out.',
      { duty: { ...defaultConfig.duty, jobs: [{ name: 'police' }] } },
    ],
    [
      'an entry with a misspelt condition, which would count for everybody without it',
      '{"duty":{"jobs":[{"name":"police","mingrade":3},{"name":"ems"}]}}',
      'there is no setting "duty.jobs[0].mingrade"; did you mean "duty.jobs[0].minGrade"? All of "duty.jobs[0]" is left out.',
      { duty: { ...defaultConfig.duty, jobs: [{ name: 'ems' }] } },
    ],
    [
      'a rule with a word that there is not among those it may have',
      '{"audience":{"rules":[{"match":{"kind":["911","moon"]},"see":"onDuty","alert":"nobody"}]}}',
      '"audience.rules[0].match.kind[1]": got "moon", expected one of "911", "civil", "dispatch". All of "audience.rules[0]" is left out.',
      {},
    ],
    [
      'what may hold a password, which is not shown',
      '{"forward":{"urls":[{"url":"https://bot.example","key":{"replaceWith":""}}]}}',
      '"forward.urls[0].key.replaceWith": got a text, expected a text of 1 or more characters. All of "forward.urls[0]" is left out.',
      {},
    ],
    [
      'a group of which one member is wrong',
      '{"forward":{"urls":[{"url":"https://bot.example","key":"mine"}]}}',
      '"forward.urls[0].key": got a text, expected one of "keep", "remove", or a group { replaceWith }. All of "forward.urls[0]" is left out.',
      {},
    ],
    [
      'a group with a misspelt member',
      '{"forward":{"urls":[{"url":"https://bot.example","type":["EVENT_911"]}]}}',
      'there is no setting "forward.urls[0].type"; did you mean "forward.urls[0].types"? All of "forward.urls[0]" is left out.',
      {},
    ],
    [
      'a rule with a wrong condition',
      '{"audience":{"rules":[{"match":{"deparment":"LSPD"},"see":"onDuty","alert":"nobody"}]}}',
      'there is no setting "audience.rules[0].match.deparment"; did you mean "audience.rules[0].match.department"? All of "audience.rules[0]" is left out.',
      {},
    ],
  ])('%s', (_, text, expected, settings) => {
    const { config, problems } = loadConfig(text);
    expect(config).toEqual({ ...defaultConfig, ...settings });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(expected);
  });

  test('several at once go by their own numbers', () => {
    const { config, problems } = loadConfig('{"statusLabels":["a",1,"b",2,3,"c"]}');
    expect(config.statusLabels).toEqual(['a', 'b', 'c']);
    expect(problems.map((problem) => /All of "([^"]*)"/.exec(problem)?.[1])).toEqual([
      'statusLabels[1]',
      'statusLabels[3]',
      'statusLabels[4]',
    ]);
  });
});

test.each([
  ['{', 'config.json line 1, column 2: got the end of the file, expected a closing }.'],
  ['[]', 'config.json line 1, column 1: got [], expected one group { ... } around all settings.'],
  [
    '{"log":{"events":"no"}}',
    'config.json line 1, column 18: "log.events": got "no", expected true or false.',
  ],
  ['{"dutty":{}}', 'config.json line 1, column 2: there is no setting "dutty"; did you mean "duty"?'],
  ['{"duty":{"jobs":[1]}}', /"duty.jobs\[0\]": got 1, expected a group { .* }\.$/],
  ['{"log":{},"log":{}}', /"log" stands twice\.$/],
])('of %s nothing is used when all or nothing is wanted, so nothing is said to be', (text, expected) => {
  expect(loadConfig(text, 'all-or-nothing').problems).toEqual([expect.stringMatching(toPattern(expected))]);
});

const toPattern = (expected: string | RegExp) =>
  typeof expected === 'string' ? new RegExp(`^${expected.replace(/[.?[\]{}()]/g, '\\$&')}$`) : expected;
