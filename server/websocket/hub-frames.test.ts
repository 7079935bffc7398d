import { describe, expect, test } from '@jest/globals';
import { fc } from '../../test/support/properties.ts';
import { createFrameReader, encodeFrame } from './hub-frames.ts';

describe('frames', () => {
  test('come out as they went in, however they are cut', () => {
    const message = fc.record({ type: fc.nat(9), target: fc.string(), arguments: fc.array(fc.jsonValue()) });
    fc.assert(
      fc.property(fc.array(message), fc.array(fc.nat(40)), (messages, cuts) => {
        const sent: unknown[] = messages.map((one) => JSON.parse(JSON.stringify(one)));
        let text = messages.map(encodeFrame).join('');
        const reader = createFrameReader();
        const read = cuts.flatMap((cut) => {
          const part = text.slice(0, cut);
          text = text.slice(cut);
          return reader.read(part);
        });
        expect([...read, ...reader.read(text)]).toEqual(sent);
        expect(reader.waiting()).toBe(0);
      }),
    );
  });

  test('that are no JSON objects are null, and what follows them is read', () => {
    for (const text of ['{', '[]', 'null', '7', '']) {
      expect(createFrameReader().read(`${text}\u001e{"type":6}\u001e`)).toEqual([null, { type: 6 }]);
    }
  });

  test('that are not complete are counted', () => {
    const reader = createFrameReader();
    reader.read('{"a":');
    reader.read('1');
    expect(reader.waiting()).toBe(6);
    expect(reader.read('}\u001e{')).toEqual([{ a: 1 }]);
    expect(reader.waiting()).toBe(1);
  });
});
