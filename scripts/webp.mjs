// Makes WebP files with the browser that takes the pictures: it encodes them, so that nothing has to be installed for it.

/**
 * Encodes a PNG in `page`, which is blank, as a file that is at most `width` pixels wide. `quality`: 0 to 1. Gives its
 * size in pixels and its bytes.
 */
export async function encodeWebp(page, png, { width = Number.POSITIVE_INFINITY, quality }) {
  const script = `(async () => {
    const source = await fetch('data:image/png;base64,${png.toString('base64')}');
    const image = await createImageBitmap(await source.blob());
    const scale = Math.min(1, ${Number.isFinite(width) ? width : 'Infinity'} / image.width);
    const size = { width: Math.round(image.width * scale), height: Math.round(image.height * scale) };
    const canvas = new OffscreenCanvas(size.width, size.height);
    const context = canvas.getContext('2d');
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, 0, 0, size.width, size.height);
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality: ${quality} });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return { ...size, text: btoa(text) };
  })()`;
  const { text, ...size } = await page.evaluate(script);
  return { ...size, bytes: Buffer.from(text, 'base64') };
}
