import { describe, expect, test } from '@jest/globals';
import { allowedTone, readMessage } from './sounds.ts';

const rules = { hosts: ['sonorancad.com', '*.Example.com'], maxAudioBytes: 1000 };

describe('a tone may be played', () => {
  test.each<[string, string, boolean]>([
    ['from a listed host', 'https://sonorancad.com/tones/a.mp3', true],
    ['in any letter case', 'https://SONORANCAD.com/tones/a.mp3', true],
    ['from below a listed host', 'https://cdn.example.com/a.mp3', true],
    ['from the host below which others are listed: no', 'https://example.com/a.mp3', false],
    ['from a host that only looks alike: no', 'https://notsonorancad.com/a.mp3', false],
    ['with the host as a name of another one: no', 'https://sonorancad.com.evil.org/a.mp3', false],
    ['with the host as the user: no', 'https://sonorancad.com@evil.org/a.mp3', false],
    ['with a password: no', 'https://a:b@sonorancad.com/a.mp3', false],
    ['without https: no', 'http://sonorancad.com/a.mp3', false],
    ['as script: no', 'javascript:alert(1)', false],
    ['from nowhere: no', 'tone.mp3', false],
    ['without an address: no', '', false],
  ])('%s', (_, address, isAllowed) => {
    expect(allowedTone(address, rules) !== '').toBe(isAllowed);
  });
});

describe('the message of a station alert', () => {
  const sound = (bytes: number) =>
    Buffer.concat([Buffer.from('RIFF....WAVE'), Buffer.alloc(bytes)]).toString('base64');

  test.each<[string, string, { text: string; audio: string }]>([
    [
      'is a text',
      'Engine 61, structure fire, 8112 Sinner St',
      { text: 'Engine 61, structure fire, 8112 Sinner St', audio: '' },
    ],
    ['is a word that could be base64', 'UklGRalarm', { text: 'UklGRalarm', audio: '' }],
    ['is nothing', '', { text: '', audio: '' }],
    ['is sound', sound(100), { text: '', audio: `data:audio/wav;base64,${sound(100)}` }],
    [
      'is sound with line breaks',
      sound(100).replace(/(.{76})/g, '$1\r\n'),
      { text: '', audio: `data:audio/wav;base64,${sound(100)}` },
    ],
    [
      'is a data address',
      `data:audio/ogg;base64,${sound(100)}`,
      { text: '', audio: `data:audio/ogg;base64,${sound(100)}` },
    ],
    ['is sound that is too large', sound(2000), { text: '', audio: '' }],
    [
      'is a data address of something else',
      `data:text/html;base64,${sound(100)}`,
      { text: `data:text/html;base64,${sound(100)}`, audio: '' },
    ],
  ])('%s', (_, message, expected) => {
    expect(readMessage(message, rules)).toEqual(expected);
  });
});
