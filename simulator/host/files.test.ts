import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { readResourceFile, writeResourceFile } from './files.ts';

const base = mkdtempSync(path.join(os.tmpdir(), 'files-'));
const dir = path.join(base, 'cad');
mkdirSync(path.join(dir, 'sub'), { recursive: true });
writeFileSync(path.join(base, 'secret.txt'), 'secret');
writeFileSync(path.join(dir, 'a.txt'), 'A');
writeFileSync(path.join(dir, 'sub/b.txt'), 'B');
// Not everybody may make links on Windows; without one the file is simply missing.
try {
  symlinkSync(path.join(base, 'secret.txt'), path.join(dir, 'link.txt'));
} catch {}
afterAll(() => rmSync(base, { recursive: true }));

const source = { dir, files: new Map<string, Uint8Array>() };
const text = (bytes: Uint8Array | null) => (bytes === null ? null : Buffer.from(bytes).toString());

describe('reading', () => {
  test.each([
    ['a.txt', 'A'],
    ['/a.txt', 'A'],
    ['sub/b.txt', 'B'],
    ['sub/../a.txt', 'A'],
    ['none', null],
    ['sub', null],
    ['../secret.txt', null],
    ['sub/../../secret.txt', null],
    ['link.txt', null],
    ['C:/a.txt', null],
  ])('%s', (name, content) => {
    expect(text(readResourceFile(source, name))).toBe(content);
  });

  test('from memory', () => {
    const memory = { dir: null, files: new Map([['sub/b.txt', Buffer.from('B')]]) };
    expect(text(readResourceFile(memory, '/sub/./b.txt'))).toBe('B');
    expect(readResourceFile(memory, 'none')).toBeNull();
  });
});

describe('writing', () => {
  test('replaces what was there', () => {
    writeResourceFile(source, 'out.txt', Buffer.from('a longer text'));
    expect(writeResourceFile(source, 'out.txt', Buffer.from('short'))).toBe(true);
    expect(readFileSync(path.join(dir, 'out.txt'), 'utf8')).toBe('short');
  });

  test.each(['nofolder/x.txt', '../out.txt', 'sub'])('refuses %s', (name) => {
    expect(writeResourceFile(source, name, Buffer.from('x'))).toBe(false);
    expect(readFileSync(path.join(base, 'secret.txt'), 'utf8')).toBe('secret');
  });

  test('does not follow a link out of the resource', () => {
    writeResourceFile(source, 'link.txt', Buffer.from('x'));
    expect(readFileSync(path.join(base, 'secret.txt'), 'utf8')).toBe('secret');
  });

  test('to memory', () => {
    const memory = { dir: null, files: new Map<string, Uint8Array>() };
    expect(writeResourceFile(memory, 'x', Buffer.from('1'))).toBe(true);
    expect(text(readResourceFile(memory, 'x'))).toBe('1');
  });
});
