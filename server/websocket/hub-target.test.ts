import { expect, test } from '@jest/globals';
import { isSameTarget, readHubTarget } from './hub-target.ts';

const complete: Record<string, string> = {
  sonoran_apiKey: 'KEY',
  sonoran_serverId: '2',
  sonoran_communityID: ' demo ',
};
const read = (convars: Record<string, string>) =>
  readHubTarget((name) => ({ ...complete, ...convars })[name] ?? '');

test.each([
  ['the usual one', '', 'wss://api.sonorancad.com/apiWsHub'],
  ['another one', 'https://staging-api.dev.sonorancad.com/', 'wss://staging-api.dev.sonorancad.com/apiWsHub'],
  ['below a path', 'https://proxy.example/cad', 'wss://proxy.example/cad/apiWsHub'],
  ['on this machine', 'http://127.0.0.1:4000', 'ws://127.0.0.1:4000/apiWsHub'],
])('the hub is where the API is: %s', (_, sonoran_apiUrl, url) => {
  expect(read({ sonoran_apiUrl })).toMatchObject({
    ok: true,
    value: { url, communityId: 'demo', serverId: 2, key: 'KEY' },
  });
});

test.each([
  ['community', { sonoran_communityID: '' }, /set sonoran_communityID "/],
  ['key', { sonoran_apiKey: '' }, /set sonoran_apiKey "/],
  ['server', { sonoran_serverId: '' }, /set sonoran_serverId "/],
  ['address that is encrypted', { sonoran_apiUrl: 'http://cad.example' }, /sonoran_apiUrl/],
])('no %s', (_, convars, error) => {
  expect(read(convars)).toEqual({ ok: false, error: expect.stringMatching(error) });
});

test('a target is another one when anything of it differs', () => {
  const target = { url: 'wss://h', host: 'h', communityId: 'demo', serverId: 2, key: 'KEY' };
  expect(isSameTarget(target, { ...target })).toBe(true);
  expect(isSameTarget(null, null)).toBe(true);
  for (const other of [
    null,
    { ...target, key: 'X' },
    { ...target, serverId: 3 },
    { ...target, communityId: 'x' },
  ]) {
    expect(isSameTarget(target, other)).toBe(false);
  }
});
