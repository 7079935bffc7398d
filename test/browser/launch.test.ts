// The browser that the other browser tests run in.

import { expect, test } from '@jest/globals';
import { launchBrowser } from './launch.ts';

test('a browser starts, runs scripts and draws text', async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.setContent('<p style="display: inline-block">Sinner St</p>');
    const width = await page.evaluate('document.querySelector("p").offsetWidth');
    expect(width).toBeGreaterThan(20);
  } finally {
    await browser.close();
  }
});
