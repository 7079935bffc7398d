// Takes the animation of the README from the running demo: docs/images/demo.webp. The browser of the tests takes the pictures
// and encodes them; nothing else is needed.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { tsImport } from 'tsx/esm/api';
import { build } from '../build.mjs';
import { animateWebp } from './webp.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const FILE = 'docs/images/demo.webp';
const ANY_PORT = { port: 0, isExact: true };
const WIDTH = 960;
const QUALITY = 0.8;
/** How long a picture is shown that has something to read, and one of a drive (ms). */
const READ_MS = 2000;
const MOVE_MS = 350;

process.chdir(root);
await build();
const { startDemo } = await tsImport('../simulator/demo/main.ts', import.meta.url);
const { launchBrowser } = await tsImport('../test/browser/launch.ts', import.meta.url);

const demo = await startDemo({ root, page: ANY_PORT, game: ANY_PORT });
const browser = await launchBrowser();
const frames = [];
try {
  // Every picture is one of something that has happened, not of its way there.
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  const ui = page.frameLocator('#frames iframe.shown');
  await page.goto(`${demo.url}#screen-1`);
  await page.locator('#keys button').first().waitFor();
  const keys = await page.locator('#keys').boundingBox();
  // The line of the story, the screen, and the keys below it.
  const clip = { x: 0, y: 0, width: keys.x + keys.width + 8, height: keys.y + keys.height + 8 };

  async function show(ms) {
    await page.mouse.move(0, 0);
    frames.push({ png: await page.screenshot({ clip }), ms });
  }
  async function stepTo(step) {
    for (;;) {
      const title = await page.locator('#story-title').textContent();
      const at = Number(/^(\d+)\//.exec(title ?? '')?.[1] ?? 0);
      if (at >= step) return;
      await page.getByRole('button', { name: 'Next step' }).click();
      await page.getByText(`${at + 1}/32`).waitFor();
    }
  }
  const press = (cap) =>
    page
      .locator('#keys button')
      .filter({ has: page.locator(`kbd:text-is("${cap}")`) })
      .click();
  const has = (selector, text = '') => ui.locator(selector).filter({ hasText: text }).first().waitFor();

  // A page that nobody has looked at yet leaves alerts to the game's feed.
  const lookAt = async (name) => {
    await page.getByRole('radio', { name }).check();
    await ui.locator('.column').first().waitFor({ state: 'attached' });
  };
  for (const name of ['Tom', 'Iris']) await lookAt(name);
  await stepTo(3);
  await show(READ_MS / 2);
  await stepTo(4);
  await has('.card', '#302');
  await show(READ_MS);
  await stepTo(6);
  await has('.card', '#501');
  await show(READ_MS);
  await stepTo(7);
  await has('.card.mine');
  await show(READ_MS);
  await stepTo(8);
  for (let count = 0; count < 6; count += 1) {
    await pause(600);
    await show(MOVE_MS);
  }
  await stepTo(10);
  await press('F9');
  await has('.list');
  await show(READ_MS);
  await press('Enter');
  await has('.detail');
  await show(READ_MS);
  await press('F9');
  await stepTo(11);
  await lookAt('Tom');
  await stepTo(12);
  await has('.panic', /\d\skm|\d\sm/);
  await show(READ_MS * 1.5);
  await press('J');
  await show(READ_MS);
  await stepTo(13);
  await show(READ_MS);
  await stepTo(17);
  await has('.card', 'Station');
  await show(READ_MS);
  await stepTo(30);
  await has('.card');
  await show(READ_MS);

  const blank = await browser.newPage();
  const bytes = await animateWebp(blank, frames, { width: WIDTH, quality: QUALITY });
  mkdirSync(path.dirname(FILE), { recursive: true });
  writeFileSync(FILE, bytes);
  console.log(`Written: ${FILE}, ${frames.length} pictures, ${Math.round(bytes.length / 1000)} kB`);
} finally {
  await browser.close();
  await demo.close();
}
