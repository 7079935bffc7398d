// The built NUI page in a browser, inside a page that plays the game: it sends messages and keeps what is asked of it.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser, Frame, Page, ViewportSize } from 'playwright-core';
import type { PageRequests, ScreenMessage } from '../../shared/screen.ts';

/** What the page asked the client script for, by name. */
export type Request = {
  readonly [Name in keyof PageRequests]: { readonly name: Name; readonly body: PageRequests[Name] };
}[keyof PageRequests];

export interface Stage {
  readonly page: Page;
  /** The NUI page. */
  readonly ui: Frame;
  /** Sends messages in order; resolves when the last one has been read. */
  send(...messages: readonly ScreenMessage[]): Promise<void>;
  /** The same with anything at all. */
  sendRaw(...messages: readonly unknown[]): Promise<void>;
  requests(): Promise<Request[]>;
  /** Addresses of everything that was loaded, without the stage's own files. */
  readonly loaded: readonly string[];
  /** Errors, warnings, dialogs, violations of the content security policy. */
  readonly troubles: readonly string[];
  close(): Promise<void>;
}

export interface StageOptions {
  readonly viewport?: ViewportSize;
  /** HTML behind the page, in place of the game. */
  readonly backdrop?: string;
  readonly reducedMotion?: 'reduce' | 'no-preference';
  /** Runs in the page before its own script. */
  readonly initScript?: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Plays the game's part; `synced` is how the stage knows that everything sent before has been read. */
const GAME = `
  window.requests = [];
  const frame = document.querySelector('iframe');
  const waiting = new Map();
  let last = 0;
  window.addEventListener('message', ({ data }) => {
    if (data.type === 'sonorancad:request') window.requests.push({ name: data.name, body: data.body });
    if (data.type === 'stage:synced') waiting.get(data.id)();
  });
  window.send = (messages) => new Promise((resolve) => {
    const id = ++last;
    waiting.set(id, resolve);
    for (const message of messages) frame.contentWindow.postMessage(message, '*');
    frame.contentWindow.postMessage({ type: 'stage:sync', id }, '*');
  });`;

const SYNC = `
  window.addEventListener('message', ({ data }) => {
    if (data?.type === 'stage:sync') window.parent.postMessage({ type: 'stage:synced', id: data.id }, '*');
  });`;

const GAME_PAGE = (backdrop: string) => `<!doctype html>
  <html><head><meta charset="utf-8"><style>
    html, body { margin: 0; height: 100%; overflow: hidden; background: #20262e }
    svg, iframe { position: fixed; inset: 0; width: 100%; height: 100%; border: 0 }
  </style></head>
  <body>${backdrop}<iframe name="ui" src="/ui/index.html?host=parent"></iframe><script>${GAME}</script></body></html>`;

/** Opens the stage. The page has announced that it is ready. */
export async function openStage(browser: Browser, options: StageOptions = {}): Promise<Stage> {
  const server = await servePage(options.backdrop);
  try {
    return await openPage(browser, server, options);
  } catch (error) {
    await server.close();
    throw error;
  }
}

async function openPage(browser: Browser, server: FileServer, options: StageOptions): Promise<Stage> {
  const page = await browser.newPage({
    viewport: options.viewport ?? { width: 1920, height: 1080 },
    reducedMotion: options.reducedMotion ?? 'no-preference',
  });
  const loaded: string[] = [];
  const troubles: string[] = [];
  page.on('request', (request) => request.url().startsWith(server.url) || loaded.push(request.url()));
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => /error|warn/.test(message.type()) && troubles.push(message.text()));
  await page.addInitScript(`if (window.parent !== window) { ${SYNC} ${options.initScript ?? ''} }`);
  await page.goto(server.url);
  await page.waitForFunction('window.requests.length > 0');
  const ui = page.frame({ name: 'ui' });
  if (!ui) throw new Error('The page is not in its frame');

  const sendRaw = async (...messages: readonly unknown[]) => {
    await page.evaluate(`window.send(${JSON.stringify(messages)})`);
  };
  return {
    page,
    ui,
    sendRaw,
    send: (...messages) => sendRaw(...messages),
    async requests() {
      // What was asked for before comes before the answer to this.
      await sendRaw();
      return (await page.evaluate('window.requests')) as Request[];
    },
    loaded,
    troubles,
    async close() {
      await page.close();
      await server.close();
    },
  };
}

export interface FileServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the built page under `/ui/` and the stage at `/`, on this machine only. */
export async function servePage(backdrop = ''): Promise<FileServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://stage');
    const name = path.posix.basename(pathname);
    const type = TYPES[path.extname(name)];
    if (pathname === '/') {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(GAME_PAGE(backdrop));
    } else if (pathname.startsWith('/ui/') && type) {
      response.setHeader('Content-Type', type);
      response.end(readFileSync(path.join(process.cwd(), 'dist', 'web', name)));
    } else {
      response.statusCode = 204;
      response.end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
