import { describe, expect, test } from '@jest/globals';
import { listenAddress, startLines } from './address.ts';

describe('the start lines', () => {
  test('give the address and the port that the CAD must be told', () => {
    const lines = startLines('sonorancad', '1.0.0', listenAddress('sonorancad', '30125'), 'http');
    expect(lines.join('\n')).toContain(':30125/sonorancad/event');
    expect(lines.join('\n')).toContain('port 30125');
    expect(lines.join('\n')).not.toContain('Forward');
  });

  test('under another folder name give the address to forward to', () => {
    const text = startLines('cad_listener', '1.0.0', listenAddress('cad_listener', '30120'), 'both').join(
      '\n',
    );
    expect(text).toContain('posts only to a folder called "sonorancad"');
    expect(text).toContain('"pushEventForwardUrl": "http://127.0.0.1:30120/cad_listener/event"');
  });

  test('over the websocket alone speak neither of ports nor of folders', () => {
    const lines = startLines('cad_listener', '1.0.0', listenAddress('cad_listener', '30120'), 'websocket');
    expect(lines).toEqual([
      expect.stringContaining('cad_listener 1.0.0 takes Sonoran CAD events over a websocket'),
    ]);
  });

  test.each([
    ['unset', ''],
    ['not a number', 'x'],
  ])('the usual port is taken when netPort is %s', (_, netPort) => {
    expect(listenAddress('sonorancad', netPort).port).toBe('30120');
  });
});
