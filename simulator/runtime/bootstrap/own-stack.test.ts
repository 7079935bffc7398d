import { expect, test } from '@jest/globals';
import { ownStack } from './own-stack.ts';

test.each([
  [
    'a handler: up to the system code that called it',
    [
      'Error: x',
      '    at f (@cad/a.js:1:2)',
      '    at run (citizen:/scripting/bootstrap.js:5:6)',
      '    at host (/x/host.ts:1:1)',
    ],
    2,
  ],
  [
    'a script that loads: up to the entry',
    [
      'Error: x',
      '    at @cad/a.js:1:2',
      '    at Script.runInContext (node:vm:149:12)',
      '    at host (/x/host.ts:1:1)',
    ],
    2,
  ],
  [
    'system code called by a script',
    [
      'Error: x',
      '    at pack (citizen:/scripting/bootstrap.js:5:6)',
      '    at f (@cad/a.js:1:2)',
      '    at run (citizen:/scripting/bootstrap.js:7:8)',
    ],
    3,
  ],
  [
    'system code called by the host',
    ['Error: x', '    at unpack (citizen:/scripting/bootstrap.js:5:6)', '    at host (/x/host.ts:1:1)'],
    2,
  ],
  ['a message of several lines', ['Error: x', 'more', '    at f (@cad/a.js:1:2)'], 3],
  ['nothing but a message', ['Error: x'], 1],
])('%s', (_name, lines, kept) => {
  expect(ownStack(lines.join('\n')).split('\n')).toEqual(lines.slice(0, kept));
});
