import { describe, expect, test } from '@jest/globals';
import { PROBE, printed, useServers } from '../test-support.ts';

const start = useServers();

describe('reading', () => {
  const convars = {
    text: 'abc',
    int: '42',
    mixed: '12abc',
    yes: 'True',
    no: 'FALSE',
    float: '1.5',
    empty: '',
  };
  test.each([
    ["GetConvar('text', 'd')", 'abc'],
    ["GetConvar('TEXT', 'd')", 'abc'],
    ["GetConvar('none', 'd')", 'd'],
    ["GetConvar('empty', 'd')", ''],
    ["GetConvarInt('int', 1)", 42],
    ["GetConvarInt('mixed', 1)", 12],
    ["GetConvarInt('yes', 5)", 1],
    ["GetConvarInt('no', 5)", 0],
    ["GetConvarInt('text', 5)", 5],
    ["GetConvarInt('none', 5)", 5],
    ["GetConvarFloat('float', 1)", 1.5],
    ["GetConvarFloat('yes', 2.5)", 2.5],
    ["GetConvarBool('yes', false)", 1],
    ["GetConvarBool('no', true)", false],
    ["GetConvarBool('int', false)", 1],
    ["GetConvarBool('text', true)", 1],
    ["GetConvarBool('none', false)", false],
  ])('%s', async (code, result) => {
    const server = await start({ convars });
    expect(server.evaluate(code)).toBe(result);
  });
});

describe('a restricted variable', () => {
  const cfg = 'set key secret\nadd_convar_permission other read key';

  test('is read by those who may', async () => {
    const server = await start({ cfg, resources: [{ name: 'other', scripts: { server: ['0'] } }] });
    expect(server.evaluate("GetConvar('key', 'none')", 'other')).toBe('secret');
    expect(server.evaluate("GetConvar('key', 'none')")).toBe('none');
  });

  test('cannot be restricted after the start', async () => {
    const server = await start({ convars: { key: 'open' } });
    server.exec('add_convar_permission other read key');
    expect(server.evaluate("GetConvar('key', 'none')")).toBe('open');
    expect(server.console.at(-1)?.text).toContain('only executable before the server finished');
  });

  test('changes without a word to listeners, when the console changes it', async () => {
    const server = await start({
      cfg: `set key secret\nadd_convar_permission ${PROBE} read key`,
      server:
        "AddConvarChangeListener('key', (name) => console.log(name)); on('go', () => SetConvar('key', 'third'))",
    });
    server.setConvar('key', 'second');
    expect(printed(server)).toEqual([]);
    server.emit('go');
    expect(printed(server)).toEqual(['key']);
  });
});

describe('listeners', () => {
  test('get the name and nothing else', async () => {
    const server = await start({
      server: "AddConvarChangeListener('cad_*', (...args) => console.log(JSON.stringify(args)))",
    });
    server.setConvar('cad_a', '1');
    server.exec('set cad_b 2\nset other 3');
    expect(printed(server)).toEqual(['["cad_a",""]', '["cad_b",""]']);
  });

  test('end when they are removed, and with their resource', async () => {
    const server = await start({
      server: `const cookie = AddConvarChangeListener('a', (n) => console.log(n)); AddConvarChangeListener('b', (n) => console.log(n));
        on('go', () => RemoveConvarChangeListener(cookie))`,
    });
    server.emit('go');
    server.setConvar('a', '1');
    server.setConvar('b', '1');
    server.stop(PROBE);
    server.setConvar('b', '2');
    expect(printed(server)).toEqual(['b']);
  });
});

test.each([
  ["SetConvar('x', '1')", 0],
  ["SetConvarReplicated('x', '1')", 1],
])('%s', async (code, shown) => {
  const server = await start({ players: [{ id: 1, name: 'Ann' }], client: '0' });
  const client = server.client(1);
  await server.advance(50);
  server.evaluate(code);
  await server.advance(100);
  expect(server.evaluate("GetConvarInt('x', 0)")).toBe(1);
  expect(client?.evaluate("GetConvarInt('x', 0)")).toBe(shown);
});
