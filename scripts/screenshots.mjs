// Takes the pictures of the documentation from the running demo: docs/images/demo.png.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { tsImport } from 'tsx/esm/api';
import { build } from '../build.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const CALLS = 3;
const ANY_PORT = { port: 0, isExact: true };

process.chdir(root);
await build();
const { startDemo } = await tsImport('../simulator/demo/main.ts', import.meta.url);
const { launchBrowser } = await tsImport('../test/browser/launch.ts', import.meta.url);

const usualPort = { port: 30120, isExact: false };
const demo = await startDemo({ root, page: ANY_PORT, game: usualPort });
const browser = await launchBrowser();
try {
  // Without motion every picture catches the same moment.
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  await page.goto(demo.url);
  const call = page.getByRole('button', { name: '911 call', exact: true });
  for (let done = 1; done <= CALLS; done++) {
    await call.click();
    await page
      .locator('[data-player="1"] .post')
      .nth(done - 1)
      .waitFor();
  }
  await page.locator('#reply .good').waitFor();
  await page.mouse.move(0, 0);
  await page.locator(':focus').evaluate((focused) => focused.blur());
  mkdirSync('docs/images', { recursive: true });
  await page.screenshot({ path: 'docs/images/demo.png' });
  console.log('Written: docs/images/demo.png');
} finally {
  await browser.close();
  await demo.close();
}
