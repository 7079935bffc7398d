// `npm start`: builds the bundles and starts the demo, a simulated server with four players in the browser.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { tsImport } from 'tsx/esm/api';
import { build } from '../build.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const DEFAULTS = { port: 8080, 'game-port': 30120 };
/** In PowerShell `curl` is another command. */
const CURL = process.platform === 'win32' ? 'curl.exe' : 'curl';
const USAGE = `Usage: npm start -- [--port ${DEFAULTS.port}] [--game-port ${DEFAULTS['game-port']}] [--no-build]
  --port       port of the page in the browser
  --game-port  port of the simulated game server, where events are posted to
  --no-build   runs the bundles in dist/ as they are`;

function fail(message) {
  console.error(message);
  process.exit(1);
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string' },
        'game-port': { type: 'string' },
        'no-build': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    return values;
  } catch (error) {
    return fail(`${error.message}\n${USAGE}`);
  }
}

/** The port to use for an option, and whether it was asked for. */
function toWish(name, value) {
  if (value === undefined) return { port: DEFAULTS[name], isExact: false };
  const port = Number(value);
  if (!/^\d+$/.test(value) || port < 1 || port > 65535)
    fail(`--${name} takes a port from 1 to 65535, not "${value}".`);
  return { port, isExact: true };
}

/** What is said when another port than the usual one had to be taken. */
function portNote(wish, url) {
  const port = Number(new URL(url).port);
  return port === wish.port || wish.isExact ? '' : `  (port ${wish.port} was taken)`;
}

const values = readOptions();
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
const page = toWish('port', values.port);
const game = toWish('game-port', values['game-port']);

let demo;
let isStopping = false;
async function stop() {
  if (isStopping) return;
  isStopping = true;
  await demo?.close();
  console.log('\nDemo stopped.');
  process.exit(0);
}
process.on('SIGINT', stop);
process.on('SIGTERM', stop);

if (!values['no-build']) await build();
const { startDemo, PortTakenError } = await tsImport('../simulator/demo/main.ts', import.meta.url);
try {
  demo = await startDemo({ root, page, game });
} catch (error) {
  if (!(error instanceof PortTakenError)) throw error;
  const option = error.port === page.port ? '--port' : '--game-port';
  fail(`${error.message} Choose another one with ${option}, or leave the option out.`);
}

console.log(`
  The demo is running. Open this in a browser:

    ${demo.url}${portNote(page, demo.url)}

  The simulated game server listens at ${demo.gameUrl}${portNote(game, demo.gameUrl)}
  This line posts a recorded 911 call to it, as the CAD would:

    ${CURL} -X POST -H "Content-Type: application/json" --data-binary "@test/fixtures/cad/04_911_in_game.json" ${demo.gameUrl}/sonorancad/event

  Stop with Ctrl+C.
`);
