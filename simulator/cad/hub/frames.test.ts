import { describe, expect, test } from '@jest/globals';
import { fc } from '../../../test/support/properties.ts';
import { createFrameReader, encodeFrame } from './frames.ts';

describe('frames', () => {
  test('come out as they went in, however they are cut', () => {
    const message = fc.record({ type: fc.nat(7), target: fc.string(), arguments: fc.array(fc.jsonValue()) });
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
      }),
    );
  });

  test.each([['{'], ['[]'], ['null'], ['7'], ['']])('of %s are none', (text) => {
    expect(createFrameReader().read(`${text}\u001e{}\u001e`)).toEqual([null, {}]);
  });
});
