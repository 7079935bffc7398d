import { expect, test } from '@jest/globals';
import { createTestConsole } from '../../test/support/test-console.ts';
import { registerCommand } from './commands.ts';

function setUp() {
  const console = createTestConsole();
  const told: string[] = [];
  let type: (player: number | null, args: readonly string[]) => void = () => {};
  registerCommand({
    name: 'sonorancad',
    commands: {
      register: (_, run) => {
        type = run;
      },
    },
    console,
    subcommands: [
      { name: 'status', summary: 'shows things', run: (args) => ['fine', ...args] },
      { name: 'why', usage: '<player id>', summary: 'explains', run: () => [] },
    ],
    isAdmin: (player) => player === 1,
    tell: (player, line) => told.push(`${player}: ${line}`),
  });
  return { console, told, type: (player: number | null, ...args: string[]) => type(player, args) };
}

test('the console gets the lines of the subcommand, in any letter case, with its arguments', () => {
  const { type, console } = setUp();
  type(null, 'STATUS', 'x');
  expect(console.lines).toEqual(['info: fine', 'info: x']);
});

test.each([['help'], [undefined]])('help lists what there is (%s)', (word) => {
  const { type, console } = setUp();
  type(null, ...(word ? [word] : []));
  expect(console.lines).toEqual([
    'info: sonorancad status: shows things',
    'info: sonorancad why <player id>: explains',
    'info: sonorancad help: lists these commands',
  ]);
});

test('an unknown word says so and helps', () => {
  const { type, console } = setUp();
  type(null, 'stauts');
  expect(console.lines[0]).toBe('info: There is no "sonorancad stauts". These there are:');
  expect(console.lines).toHaveLength(4);
});

test('an unknown word is shown as plain text', () => {
  const { type, console } = setUp();
  type(null, `^1x\u001b[31m${'x'.repeat(900)}`);
  expect(console.lines[0]).toMatch(/^info: There is no "sonorancad 1x \[31mx{1,40}"\. These there are:$/);
});

test('a player needs the permission', () => {
  const { type, told, console } = setUp();
  type(1, 'status');
  type(2, 'status');
  expect(told).toEqual([
    '1: fine',
    '2: You may not use this command (it needs the permission sonorancad.admin).',
  ]);
  expect(console.lines).toEqual([]);
});
