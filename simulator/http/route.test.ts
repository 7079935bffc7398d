import { describe, expect, test } from '@jest/globals';
import { findRoute, joinLinkOf } from './route.ts';

const resources = ['zeta', 'sonorancad', 'Sonorancad-web', 'a'].map((name) => ({ name, handler: null }));

describe('findRoute', () => {
  test.each([
    ['/sonorancad', 'sonorancad', '/'],
    ['/sonorancad/', 'sonorancad', '/'],
    ['/sonorancad/event', 'sonorancad', '/event'],
    ['/sonorancad/event?a=1&b=%20', 'sonorancad', '/event?a=1&b=%20'],
    ['/sonorancad//event/', 'sonorancad', '//event/'],
    ['/SonoranCAD/Event', 'sonorancad', '/Event'],
    ['/sonorancad/?a', 'sonorancad', '/?a'],
    ['/SONORANCAD-WEB/x', 'Sonorancad-web', '/x'],
  ])('%s goes to %s as %s', (target, name, localPath) => {
    expect(findRoute(resources, target)).toMatchObject({ kind: 'resource', resource: { name }, localPath });
  });

  test.each([
    ['/sonorancad?x=1'],
    ['/SonoranCAD'],
    ['/sonorancad-we'],
    ['/other/event'],
    ['//sonorancad/event'],
    ['sonorancad/event'],
    ['http://host/sonorancad/event'],
    ['/?x'],
  ])('%s goes nowhere', (target) => {
    expect(findRoute(resources, target)).toEqual({ kind: 'none' });
  });

  test('the first prefix by its bytes wins where casing leaves two', () => {
    const both = ['cad', 'CAD'].map((name) => ({ name, handler: null }));
    expect(findRoute(both, '/cad/x')).toMatchObject({ resource: { name: 'CAD' } });
  });

  test('a bare slash is the root', () => {
    expect(findRoute(resources, '/')).toEqual({ kind: 'root' });
  });
});

test('joinLinkOf reads the id out of web_baseUrl', () => {
  expect(joinLinkOf('me-abc123.users.cfx.re')).toBe('https://cfx.re/join/abc123');
  expect(joinLinkOf('example.com')).toBeNull();
  expect(joinLinkOf(undefined)).toBeNull();
});
