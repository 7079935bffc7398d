import { expect, test } from '@jest/globals';
import { createLoadPart } from './parts.ts';

function setUp(run: (path: string, times: number) => unknown) {
  const asked: string[] = [];
  const loadPart = createLoadPart({
    runPart(path) {
      asked.push(path);
      return run(path, asked.length);
    },
  });
  return { loadPart, asked };
}

test('a part is run at its first use, once', () => {
  const { loadPart, asked } = setUp((path) => ({ path }));
  expect(asked).toEqual([]);
  const [first, again] = [loadPart('console'), loadPart('console')];
  expect(first).toEqual({ ok: true, value: { path: 'dist/console.js' } });
  expect(again).toEqual(first);
  expect(asked).toEqual(['dist/console.js']);
  loadPart('websocket');
  expect(asked).toEqual(['dist/console.js', 'dist/websocket.js']);
});

test('one that cannot be run is told of with what to do, and tried again', () => {
  const { loadPart } = setUp((path, times) => {
    if (times === 1) throw new Error('it is missing');
    return path;
  });
  expect(loadPart('console')).toEqual({
    ok: false,
    error: 'dist/console.js cannot be used: it is missing; copy all files of the release here again',
  });
  expect(loadPart('console').ok).toBe(true);
});
