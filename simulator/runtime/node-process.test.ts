import { expect, test } from '@jest/globals';
import { PROBE, problemsOf, useServers } from '../test-support.ts';

const start = useServers();

test.each(['exit(1)', 'abort()', 'kill(1)', "chdir('/')"])(
  'process.%s would end the server',
  async (call) => {
    const server = await start();
    expect(() => server.evaluate(`process.${call}`)).toThrow('not possible in FXServer');
    expect(problemsOf(server)).toEqual([expect.stringMatching(/^fatal: process\.\w+\(/)]);
  },
);

test('looks like the Node of the game server', async () => {
  const server = await start();
  expect(
    server.evaluate(
      '[process.argv, process.version, process.versions.node.split(".")[0], typeof process.env.PATH]',
    ),
  ).toEqual([['/opt/cfx-server/FXServer'], expect.stringMatching(/^v22\./), '22', 'string']);
});

test('what is written past the console is seen', async () => {
  const server = await start({
    server: "process.stdout.write('out'); process.stderr.write('err'); process.emitWarning('careful')",
  });
  expect(
    server.console
      .filter(({ channel }) => /^(std|node)/.test(channel))
      .map(({ channel, text }) => [channel, text]),
  ).toEqual([
    ['stdout', 'out'],
    ['stderr', 'err'],
    ['node', expect.stringMatching(/^\(node:\d+\) Warning: careful$/)],
  ]);
});

test('a script hears when its environment ends, and leaves no listener behind', async () => {
  const before = process.listenerCount('warning');
  const server = await start({
    server: "process.on('exit', () => SetResourceKvp('ended', 'yes')); process.on('warning', () => {})",
  });
  server.stop(PROBE);
  server.start(PROBE);
  expect(server.evaluate("GetResourceKvpString('ended')")).toBe('yes');
  server.stop(PROBE);
  expect(process.listenerCount('warning')).toBe(before);
});
