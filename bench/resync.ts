// What a comparison with the CAD costs the game thread: all of it, and the longest time in which nothing else can run.

import { payloads } from './payloads.ts';
import { accountOf, type Crowd, type Rig, startBundle } from './rig.ts';
import { breathe, createWebServer } from './web-server.ts';

export interface ResyncRow {
  readonly what: string;
  /** Milliseconds of reading the same answers as JSON, and nothing else. */
  readonly floor: number;
  readonly total: number;
  readonly longest: number;
}

const CALLS = 500;
const UNITS = 1000;
const PAGE = 100;
const CROWD: Crowd = { players: 128, onDuty: 32, units: UNITS, calls: CALLS };
const EVERY_MINUTES = 10;
/** A resync with its pause is over long before: the limits of the CAD let it ask for a few pages a minute. */
const MAX_MS = 40 * 60_000;
/** When nothing more is asked for this long, it has come to its end. */
const QUIET_MS = 90_000;
const TICK_MS = 50;

const dataOf = (payload: { readonly data: unknown }, name: string) =>
  (payload.data as Readonly<Record<string, unknown>>)[name];

/** Everything that the CAD answers, by path. */
function createAnswers() {
  const idents = Array.from({ length: UNITS }, (_, index) => index + 1);
  const calls = Array.from({ length: CALLS }, (_, index) =>
    dataOf(payloads.dispatch(index + 1, [2 * index + 1, 2 * index + 2]), 'dispatch'),
  );
  const units = idents.map((ident) => dataOf(payloads.login(ident, accountOf(ident)), 'unit'));
  const pageAt = (offset: number) => JSON.stringify(units.slice(offset, offset + PAGE));
  const listed = JSON.stringify({ ActiveCalls: calls, EmergencyCalls: [], ClosedCalls: [] });
  /** Made when first asked for, and what is asked for once is asked for each time. */
  const pages = new Map<number, string>();
  return {
    texts: () => [listed, ...pages.values()],
    of(path: string): string {
      if (path.includes('/calls?')) return listed;
      const offset = Number(/offset=(\d+)/.exec(path)?.[1] ?? 0);
      const page = pages.get(offset) ?? pageAt(offset);
      pages.set(offset, page);
      return page;
    },
  };
}

/** One that finds everything new, as after a first start, and later ones, which find what is known. */
export async function measureResync(root: string): Promise<ResyncRow[]> {
  const answers = createAnswers();
  const cad = createWebServer((_, path) => answers.of(path));
  const rig = startBundle(root, CROWD, undefined, {
    convars: { sonoran_serverId: '1', sonoran_apiUrl: 'http://127.0.0.1' },
    config: JSON.stringify({ rest: { resyncMinutes: EVERY_MINUTES } }),
    modules: { 'node:http': cad.module },
    isLive: true,
  });
  const parse = () => {
    const start = performance.now();
    for (const text of answers.texts()) JSON.parse(text);
    return performance.now() - start;
  };
  const rows: ResyncRow[] = [];
  for (const what of ['everything is new', 'a second one', 'a third one']) {
    const steps = await timeSteps(rig, cad.asked);
    rows.push({ what, floor: parse(), ...sum(steps) });
  }
  return rows;
}

/** Milliseconds of processor time of each step of the script, a tick or what follows from an answer, until the end. */
async function timeSteps(rig: Rig, asked: () => number): Promise<number[]> {
  const steps: number[] = [];
  const before = asked();
  let last = before;
  let quietMs = 0;
  for (let passed = 0; passed < MAX_MS; passed += TICK_MS) {
    for (const run of [() => rig.advance(TICK_MS), breathe]) {
      const start = process.cpuUsage();
      await run();
      const { user, system } = process.cpuUsage(start);
      if (asked() > before) steps.push((user + system) / 1000);
    }
    quietMs = asked() === last ? quietMs + TICK_MS : 0;
    last = asked();
    if (last > before + UNITS / PAGE && quietMs > QUIET_MS) return steps;
  }
  throw new Error(`No resync came to its end; it made ${last - before} requests.`);
}

/** Without what passing time costs by itself, as it does in the quiet at the end. */
function sum(steps: readonly number[]): Pick<ResyncRow, 'total' | 'longest'> {
  const all = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const quiet = steps.slice(-QUIET_MS / TICK_MS);
  return { total: all(steps) - (all(quiet) / quiet.length) * steps.length, longest: Math.max(...steps) };
}
