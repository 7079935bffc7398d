// Takes the pictures of the documentation from the running demo: docs/images/demo.png.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { tsImport } from 'tsx/esm/api';
import { build } from '../build.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const ANY_PORT = { port: 0, isExact: true };
/** Iris sets off, Tom sets off, the picture: Iris has pressed her panic button. It is Tom's screen. */
const IRIS_DRIVES = 8;
const TOM_DRIVES = 11;
const PICTURE = 12;

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
  await page.goto(`${demo.url}#screen-2`);
  for (let step = 1; step <= PICTURE; step++) {
    await page.getByRole('button', { name: 'Next step' }).click();
    await page.getByText(`${step}/32`).waitFor();
    // Iris arrives; Tom is still on his way.
    if (step === IRIS_DRIVES) await pause(6000);
    if (step === TOM_DRIVES) await pause(2200);
  }
  await page.frameLocator('#frames iframe.shown').locator('.panic').waitFor();
  await page.mouse.move(0, 0);
  await page.locator(':focus').evaluate((focused) => focused.blur());
  mkdirSync('docs/images', { recursive: true });
  await page.screenshot({ path: 'docs/images/demo.png' });
  console.log('Written: docs/images/demo.png');
} finally {
  await browser.close();
  await demo.close();
}
