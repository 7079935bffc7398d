// Makes WebP files with the browser that takes the pictures: it encodes them, so that nothing has to be installed for it.

/** Runs in the browser, once per page: `encode` takes a PNG (base64) and gives a WebP and where it stands on the picture. */
const IN_PAGE = `(() => {
  let last = null;

  /** The part that is not as in the picture before; its corner has even coordinates, as the format has it. */
  function changed(now, before, { width, height }) {
    if (before?.length !== now.length) return { x: 0, y: 0, width, height };
    const box = { left: width, top: height, right: -1, bottom: -1 };
    for (let index = 0; index < now.length; index += 1) {
      if (now[index] === before[index]) continue;
      const [x, y] = [index % width, Math.floor(index / width)];
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
    }
    if (box.right < 0) return { x: 0, y: 0, width: 2, height: 2 };
    const [x, y] = [box.left - (box.left % 2), box.top - (box.top % 2)];
    return { x, y, width: box.right - x + 1, height: box.bottom - y + 1 };
  }

  window.encode = async (png, maxWidth, quality, isNext) => {
    const source = await fetch('data:image/png;base64,' + png);
    const image = await createImageBitmap(await source.blob());
    const scale = Math.min(1, maxWidth / image.width);
    const size = { width: Math.round(image.width * scale), height: Math.round(image.height * scale) };
    const canvas = new OffscreenCanvas(size.width, size.height);
    const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, 0, 0, size.width, size.height);
    const pixels = new Uint32Array(context.getImageData(0, 0, size.width, size.height).data.buffer);
    const box = changed(pixels, isNext ? last : null, size);
    last = pixels;
    const part = new OffscreenCanvas(box.width, box.height);
    const partContext = part.getContext('2d', { alpha: false });
    partContext.drawImage(canvas, -box.x, -box.y);
    const blob = await part.convertToBlob({ type: 'image/webp', quality });
    let text = '';
    for (const byte of new Uint8Array(await blob.arrayBuffer())) text += String.fromCharCode(byte);
    return { size, box, text: btoa(text) };
  };
})()`;

async function encode(page, png, { width = 100_000, quality }, isNext) {
  const { text, ...rest } = await page.evaluate(
    `encode('${png.toString('base64')}', ${width}, ${quality}, ${isNext})`,
  );
  return { ...rest, bytes: Buffer.from(text, 'base64') };
}

/** Encodes a PNG in `page`, which is blank, at most `width` pixels wide. `quality`: 0 to 1. */
export async function encodeWebp(page, png, options) {
  await page.evaluate(IN_PAGE);
  return (await encode(page, png, options, false)).bytes;
}

/** The same for pictures that follow each other, each shown for `ms`, over and over. */
export async function animateWebp(page, frames, options) {
  await page.evaluate(IN_PAGE);
  const encoded = [];
  for (const [index, { png, ms }] of frames.entries()) {
    encoded.push({ ms, ...(await encode(page, png, options, index > 0)) });
  }
  const [{ size }] = encoded;
  const body = Buffer.concat([
    Buffer.from('WEBP'),
    chunk('VP8X', [ANIMATED, 0, 0, 0, ...three(size.width - 1), ...three(size.height - 1)]),
    // Black behind it, for ever.
    chunk('ANIM', [0, 0, 0, 255, 0, 0]),
    ...encoded.map(({ box, ms, bytes }) => chunk('ANMF', [...placeOf(box, ms), ...imageOf(bytes)])),
  ]);
  return chunk('RIFF', body);
}

/** Flag of the header: there is more than one picture. */
const ANIMATED = 0x02;
/** A picture takes the place of what was there: none of it shines through. */
const REPLACES = 0x02;

/** Numbers of the format are little-endian, most of them of three bytes. */
const three = (value) => [value & 255, (value >> 8) & 255, (value >> 16) & 255];

const placeOf = ({ x, y, width, height }, ms) =>
  [x / 2, y / 2, width - 1, height - 1, Math.round(ms)].flatMap(three).concat(REPLACES);

/** What a file of a single picture is made of, without what is said once for all pictures. */
function imageOf(file) {
  const parts = [];
  for (let at = FIRST_CHUNK; at < file.length; ) {
    const size = file.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    if (IMAGE_CHUNKS.includes(file.toString('latin1', at, at + 4))) parts.push(file.subarray(at, end));
    at = end;
  }
  return Buffer.concat(parts);
}

const FIRST_CHUNK = 12;
const IMAGE_CHUNKS = ['VP8 ', 'VP8L', 'ALPH'];

/** Chunks have an even length; the name and the size come first. */
function chunk(name, content) {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(content.length);
  return Buffer.concat([Buffer.from(name), size, Buffer.from(content), Buffer.alloc(content.length % 2)]);
}
