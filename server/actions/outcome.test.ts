import { expect, test } from '@jest/globals';
import { readConnection } from '../rest/connection.ts';
import { failed } from './outcome.ts';

test('not configured: what is named is what the API asks for', () => {
  const asked: string[] = [];
  const { reason } = failed('not-configured');
  const convar = (name: string) => {
    asked.push(name);
    return reason.includes(name) ? '1' : '';
  };
  expect(readConnection(convar, true).ok).toBe(true);
  const named = reason.match(/sonoran_\w+/g) ?? [];
  expect(named.filter((name) => !asked.includes(name))).toEqual([]);
});
