// Checks the lines of server.cfg that are about this resource. Values of keys are never shown.

import { toConsoleText } from '../../shared/text.ts';
import { keyShape } from '../http/api-keys.ts';

interface Check {
  readonly name: string;
  readonly isRight: (value: string) => boolean;
  readonly expected: string;
  /** What follows from it. */
  readonly instead: string;
  readonly isSecret?: boolean;
}

const isNumber = (value: string) => Number(value) > 0.01;

const CHECKS: readonly Check[] = [
  {
    name: 'sonoran_apiKeyPrevious',
    isRight: (value) => keyShape(value) === 'fine',
    expected: 'a key as the CAD gave it, without blanks and quotes inside',
    instead: 'Events with the old key are refused',
    isSecret: true,
  },
  {
    name: 'sonoran_serverId',
    isRight: (value) => /^\d{1,9}$/.test(value),
    expected: 'the number of this server in the CAD, such as 1',
    instead: "The CAD's API is not used",
  },
  {
    name: 'sonoran_apiUrl',
    isRight: (value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol),
    expected: 'an address such as https://api.sonorancad.com, or no such line at all',
    instead: "The CAD's API is not used",
  },
];

const FILE = 'server.cfg';

/** Whether a line is one of those told here: the server reads that file once. */
export const isOfServerCfg = (problem: string) => problem.startsWith(`${FILE}:`);

/** One line for each that is set and wrong. `convar` gives the value, or `''`. */
export function checkConvars(convar: (name: string) => string, resource: string): string[] {
  const limits = ['rate', 'burst'].map(
    (part): Check => ({
      name: `rateLimiter_http_${resource}_${part}`,
      isRight: isNumber,
      expected: 'a number such as 50',
      instead: 'The game server takes its own limit',
    }),
  );
  return [...CHECKS, ...limits].flatMap(({ name, isRight, expected, instead, isSecret }) => {
    const value = convar(name).trim();
    if (value === '' || isRight(value)) return [];
    const got = isSecret ? 'something else' : JSON.stringify(toConsoleText(value).slice(0, 60));
    return [`${FILE}: ${name}: got ${got}, expected ${expected}. ${instead}.`];
  });
}
