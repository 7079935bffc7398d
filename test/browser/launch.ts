// Starts a headless browser for tests: the one that npm installed where there is one, else Chrome or Edge.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';

const CHANNELS = ['chrome', 'msedge', 'chromium'];
/** The sandbox does not work for root; everything that is opened here is our own. */
const ARGS = ['--no-sandbox', '--font-render-hinting=none', '--force-color-profile=srgb'];

/** Launches the first browser that works. Rejects when there is none, and says how to get one. */
export async function launchBrowser(): Promise<Browser> {
  const failures: string[] = [];
  for (const [name, options] of candidates(failures)) {
    try {
      return await chromium.launch({ args: ARGS, ...options });
    } catch (error) {
      failures.push(`${name}: ${firstLine(error)}`);
    }
  }
  throw new Error(
    `No browser could be started. Install Google Chrome or Microsoft Edge, or set BROWSER_PATH to the executable ` +
      `of a Chromium.\n  ${failures.join('\n  ')}`,
  );
}

function* candidates(failures: string[]): Generator<[name: string, LaunchOptions]> {
  const { BROWSER_PATH } = process.env;
  if (BROWSER_PATH) yield [BROWSER_PATH, { executablePath: BROWSER_PATH }];
  if (process.platform === 'linux' && process.arch === 'x64') {
    try {
      const folder = unpackChromium();
      const env = { ...process.env, FONTCONFIG_FILE: path.join(folder, 'fonts', 'fonts.conf') };
      const executablePath = path.join(folder, 'chromium');
      yield ['@sparticuz/chromium', { executablePath, env }];
      const LD_LIBRARY_PATH = path.join(folder, 'al2023', 'lib');
      yield ['the same with its own libraries', { executablePath, env: { ...env, LD_LIBRARY_PATH } }];
    } catch (error) {
      failures.push(`@sparticuz/chromium: ${firstLine(error)}`);
    }
  }
  for (const channel of CHANNELS) yield [channel, { channel }];
}

/** Folder of the unpacked browser; unpacks it the first time. */
function unpackChromium(): string {
  const root = process.cwd();
  const manifest = path.join(root, 'node_modules', '@sparticuz', 'chromium', 'package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const cache = path.join(root, 'node_modules', '.cache');
  const folder = path.join(cache, `chromium-${version}`);
  if (!existsSync(path.join(folder, 'chromium'))) {
    mkdirSync(cache, { recursive: true });
    // What a browser leaves that outlives its folder, such as a cache of fonts.
    rmSync(folder, { recursive: true, force: true });
    execFileSync(process.execPath, [path.join(root, 'test', 'browser', 'unpack-chromium.mjs'), folder]);
  }
  return folder;
}

const firstLine = (error: unknown) =>
  String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';
