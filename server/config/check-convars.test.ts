import { expect, test } from '@jest/globals';
import { checkConvars } from './check-convars.ts';

test.each<[string, Record<string, string>, string[]]>([
  ['nothing is set', {}, []],
  [
    'everything is right',
    {
      sonoran_serverId: '1',
      sonoran_apiUrl: 'https://api.sonorancad.com',
      sonoran_apiKeyPrevious: '0123-4567-89',
      rateLimiter_http_cad_rate: '50',
    },
    [],
  ],
  [
    'a server id in words',
    { sonoran_serverId: 'one' },
    [
      'server.cfg: sonoran_serverId: got "one", expected the number of this server in the CAD, such as 1. The CAD\'s API is not used.',
    ],
  ],
  [
    'an address that is none',
    { sonoran_apiUrl: 'api.sonorancad.com' },
    [
      'server.cfg: sonoran_apiUrl: got "api.sonorancad.com", expected an address such as https://api.sonorancad.com, or no such line at all. The CAD\'s API is not used.',
    ],
  ],
  [
    'an old key with quotes in it, which is not shown',
    { sonoran_apiKeyPrevious: '“SECRET-KEY”' },
    [
      'server.cfg: sonoran_apiKeyPrevious: got something else, expected a key as the CAD gave it, without blanks and quotes inside. Events with the old key are refused.',
    ],
  ],
  [
    'a limit that is no number',
    { rateLimiter_http_cad_burst: 'many' },
    [
      'server.cfg: rateLimiter_http_cad_burst: got "many", expected a number such as 50. The game server takes its own limit.',
    ],
  ],
])('%s', (_, convars, expected) => {
  expect(checkConvars((name) => convars[name] ?? '', 'cad')).toEqual(expected);
});
