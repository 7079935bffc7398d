import { describe, expect, test } from '@jest/globals';
import { fc } from '../../test/support/properties.ts';
import { createChunkDecoder } from './chunk-decoder.ts';

function encode(chunks: readonly Uint8Array[], extension = ''): Buffer {
  const framed = chunks.map((chunk) =>
    Buffer.concat([Buffer.from(`${chunk.length.toString(16)}${extension}\r\n`), chunk, Buffer.from('\r\n')]),
  );
  return Buffer.concat([...framed, Buffer.from('0\r\n\r\n')]);
}

describe('createChunkDecoder', () => {
  test('gives back any body, however it is cut, and what lies behind it', () => {
    const nonEmpty = fc.uint8Array({ minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(
        fc.array(nonEmpty),
        fc.array(fc.nat(60)),
        fc.uint8Array({ maxLength: 9 }),
        (chunks, cuts, behind) => {
          const bytes = Buffer.concat([encode(chunks), behind]);
          const decoder = createChunkDecoder();
          const decoded: Buffer[] = [];
          const sizes = cuts.map((cut) => cut + 1);
          let at = 0;
          for (;;) {
            const part = bytes.subarray(at, at + (sizes.shift() ?? bytes.length));
            at += part.length;
            const read = decoder.read(part);
            if (read === 'bad') throw new Error('refused');
            decoded.push(read.data);
            if (read.rest === null) continue;
            expect(Buffer.concat(decoded)).toEqual(Buffer.concat(chunks));
            expect(bytes.length - at + read.rest).toBe(behind.length);
            return;
          }
        },
      ),
    );
  });

  test('skips extensions and trailers', () => {
    const decoder = createChunkDecoder();
    const read = decoder.read(Buffer.from('3;name=value\r\nabc\r\n0\r\nTrailer: x\r\n\r\nrest'));
    expect(read).toEqual({ data: Buffer.from('abc'), rest: 4 });
  });

  test.each(['xyz\r\n', '-1\r\n', '3\r\nabcd\r\n', '\r\n'])('refuses %j', (text) => {
    expect(createChunkDecoder().read(Buffer.from(text))).toBe('bad');
  });
});
