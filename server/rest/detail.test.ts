import { expect, test } from '@jest/globals';
import { restFixtureText } from '../../test/support/fixtures.ts';
import { readDetail } from './detail.ts';

const problem = { title: 'Bad Request', status: 400, detail: 'Unknown call.' };

test.each([
  ['problem+json', JSON.stringify(problem), 'Unknown call.'],
  ['problem+json as a text', JSON.stringify(JSON.stringify(problem)), 'Unknown call.'],
  ['without detail', '{"title":"Unauthorized","status":401}', 'Unauthorized'],
  [
    'of validation',
    '{"title":"Invalid","errors":{"status":["The field status is required."]}}',
    'The field status is required.',
  ],
  ['of the gateway', restFixtureText('rate_limited_429'), 'API rate limit exceeded'],
  ['recorded', restFixtureText('problem_401'), 'Missing Authorization header.'],
  ['a JSON text', '"INVALID KEY"', 'INVALID KEY'],
  ['plain words', 'UNIT NOT FOUND\r\n', 'UNIT NOT FOUND'],
  ['a web page', '<!doctype html><title>502 Bad Gateway</title>', ''],
  ['something else', '[1,2]', ''],
  ['nothing', '', ''],
  ['blank fields', '{"detail":" ","title":null,"message":"No."}', 'No.'],
  ['control characters', '{"detail":"a\\u001b[31m\\nb\\u202ec"}', 'a [31m bc'],
])('%s', (_, body, detail) => {
  expect(readDetail(body, 'SECRET-KEY')).toBe(detail);
});

test('is cut', () => {
  expect(readDetail(`{"detail":"${'x'.repeat(1000)}"}`, 'SECRET-KEY')).toHaveLength(200);
});

test.each([
  ['as it is', 'Key SECRET-KEY is not known'],
  ['in other casing', 'key secret-key is not known'],
  ['where it would be cut in half', `${'x'.repeat(194)}SECRET-KEY`],
])('that repeats the key %s is left out', (_, detail) => {
  expect(readDetail(JSON.stringify({ detail }), 'SECRET-KEY')).toBe('');
});
