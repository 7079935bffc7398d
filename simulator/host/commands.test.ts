import { describe, expect, test } from '@jest/globals';
import { createAces } from './aces.ts';
import { type CommandCall, createCommands, withArguments } from './commands.ts';

function setUp(fallback = () => false) {
  const aces = createAces();
  aces.add('system.console', 'command', true);
  const prints: string[] = [];
  const calls: CommandCall[] = [];
  const commands = createCommands({ aces, print: (text) => prints.push(text), fallback });
  const record = (call: CommandCall) => {
    calls.push(call);
    return true as const;
  };
  const asConsole = (line: string, context = '') =>
    aces.as(['system.console'], () => commands.invoke(line, context));
  return { aces, prints, calls, commands, record, asConsole };
}

test('a command gets its words, the whole line and who typed it, whatever the case of its name', () => {
  const { commands, calls, record, asConsole } = setUp();
  commands.register('Status', 'cad', record);
  expect(asConsole('sTATUS a "b c"', '7')).toBe('ran');
  expect(calls).toEqual([{ args: ['a', 'b c'], raw: 'sTATUS a "b c"', context: '7' }]);
});

test('an unknown command is named on the console, but not for players', () => {
  const { prints, asConsole } = setUp();
  expect(asConsole('nope')).toBe('unknown');
  expect(asConsole('nope', '7')).toBe('unknown');
  expect(prints).toEqual(['No such command nope.']);
});

test('the fallback may take unknown commands', () => {
  expect(setUp(() => true).asConsole('nope')).toBe('ran');
});

test('a command needs its ACE', () => {
  const { commands, prints, record, calls } = setUp();
  commands.register('cad', 'cad', record);
  expect(commands.invoke('cad')).toBe('denied');
  expect(prints).toEqual(['Access denied for command cad.']);
  expect(calls).toEqual([]);
});

test('handlers of one name are tried in turn, and the last refusal is printed', () => {
  const { commands, prints, calls, record, asConsole } = setUp();
  commands.register(
    'say',
    '',
    withArguments(1, () => void calls.push({ args: ['one'], raw: '', context: '' })),
  );
  const token = commands.register('say', '', ({ args }) => (args.length === 3 ? true : 'three, please'));
  expect(asConsole('say a')).toBe('ran');
  expect(asConsole('say a b c')).toBe('ran');
  expect(asConsole('say a b')).toBe('refused');
  commands.unregister(token);
  expect(asConsole('say a b')).toBe('refused');
  expect(prints).toEqual(['three, please', 'Argument count mismatch (passed 2, wanted 1)']);
  expect(record).toBeDefined();
});

test('unregistering the last handler forgets the name', () => {
  const { commands, record } = setUp();
  const token = commands.register('x', 'cad', record);
  expect(commands.list()).toEqual([{ token, name: 'x', resource: 'cad', arity: -1 }]);
  commands.unregister(token);
  expect(commands.has('X')).toBe(false);
});

describe('withArguments', () => {
  test.each([
    [0, 'x', 'ran'],
    [1, 'x', 'refused'],
    [1, 'x a', 'ran'],
    [1, 'x a b', 'refused'],
  ])('takes %i of `%s`: %s', (count, line, result) => {
    const { commands, asConsole } = setUp();
    commands.register(
      'x',
      '',
      withArguments(count, () => {}),
    );
    expect(asConsole(line)).toBe(result);
  });
});
