import { expect, test } from '@jest/globals';
import { readConnection } from './connection.ts';

const read = (convars: Record<string, string>, isEnabled = true) =>
  readConnection(
    (name) => ({ sonoran_apiKey: 'KEY', sonoran_serverId: '1', ...convars })[name] ?? '',
    isEnabled,
  );

test('the address of the CAD, a server id and a key are all it takes', () => {
  expect(read({})).toEqual({
    ok: true,
    value: { base: 'https://api.sonorancad.com', host: 'api.sonorancad.com', serverId: 1, key: 'KEY' },
  });
});

test.each([
  ['another address', 'https://staging-api.dev.sonorancad.com/', 'https://staging-api.dev.sonorancad.com'],
  ['a path in front', 'https://proxy.example/cad//', 'https://proxy.example/cad'],
  ['this machine', 'http://127.0.0.1:4000', 'http://127.0.0.1:4000'],
  ['this machine by name', 'http://localhost:4000/', 'http://localhost:4000'],
])('%s', (_, sonoran_apiUrl, base) => {
  expect(read({ sonoran_apiUrl })).toMatchObject({ ok: true, value: { base } });
});

test.each([
  ['no key', { sonoran_apiKey: ' ' }, 'No API key: set sonoran_apiKey "..." in server.cfg.'],
  ['a placeholder for a key', { sonoran_apiKey: 'paste the key here' }, /^No API key/],
  [
    'a key that is none',
    { sonoran_apiKey: 'two words\r\nX: y' },
    'sonoran_apiKey in server.cfg holds characters that no API key has.',
  ],
  [
    'no server id',
    { sonoran_serverId: '' },
    'No server id: set sonoran_serverId "1" (as the CAD numbers this server) in server.cfg.',
  ],
  ['a server id in words', { sonoran_serverId: 'main' }, /^No server id/],
  [
    'no address',
    { sonoran_apiUrl: 'api.sonorancad.com' },
    /^sonoran_apiUrl in server.cfg is no https:\/\/ address/,
  ],
  ['a key for everybody to read', { sonoran_apiUrl: 'http://api.sonorancad.com' }, /^sonoran_apiUrl/],
])('%s', (_, convars, error) => {
  expect(read(convars)).toEqual({
    ok: false,
    error: typeof error === 'string' ? error : expect.stringMatching(error),
  });
});

test('turned off', () => {
  expect(read({}, false)).toEqual({ ok: false, error: expect.stringContaining('"enabled": false') });
});
