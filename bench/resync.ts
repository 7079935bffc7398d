// What a comparison with the CAD costs the game thread: all of it, and the longest time in which nothing else can run.

import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { payloads } from './payloads.ts';
import { accountOf, type Crowd, type Rig, startBundle } from './rig.ts';
import { createThreadTime } from './thread-time.ts';
import { breathe, createWebServer } from './web-server.ts';

export interface ResyncRow {
  readonly what: string;
  /** Milliseconds of reading the same answers as JSON, and nothing else. */
  readonly floor: number;
  /** Milliseconds of processor time, with what the compiler and the garbage collector do on other threads. */
  readonly everywhere: number;
  /** Milliseconds of the thread that the game shares. */
  readonly total: number;
  /** The most of them at a time. */
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
/** A step that takes less is time that passes, with a duty check here and there. */
const IDLE_MS = 0.3;
/** Code that has run often is compiled by then. */
const RUNS = 10;

const NAMES: Readonly<Record<number, string>> = {
  1: 'everything is new',
  2: 'a second one',
  3: 'a third one',
};

const dataOf = (payload: { readonly data: unknown }, name: string) =>
  (payload.data as Readonly<Record<string, unknown>>)[name];

/** Everything that the CAD answers, by path. */
function createAnswers() {
  const idents = Array.from({ length: UNITS }, (_, index) => index + 1);
  const calls = Array.from({ length: CALLS }, (_, index) =>
    dataOf(payloads.dispatch(index + 1, [2 * index + 1, 2 * index + 2]), 'dispatch'),
  );
  const units = idents.map((ident) =>
    JSON.stringify(dataOf(payloads.login(ident, accountOf(ident)), 'unit')),
  );
  const pageAt = (offset: number) => Buffer.from(`[${units.slice(offset, offset + PAGE)}]`);
  const listed = Buffer.from(JSON.stringify({ ActiveCalls: calls, EmergencyCalls: [], ClosedCalls: [] }));
  /** Made when first asked for, and what is asked for once is asked for each time. */
  const pages = new Map<number, Buffer>();
  return {
    texts: () => [listed, ...pages.values()].map(String),
    of(path: string): Buffer {
      if (path.includes('/calls?')) return listed;
      const offset = Number(/offset=(\d+)/.exec(path)?.[1] ?? 0);
      const page = pages.get(offset) ?? pageAt(offset);
      pages.set(offset, page);
      return page;
    },
  };
}

/** In a process of its own, where compiler and garbage collector have threads of their own, as in a game server. */
export function measureResync(root: string): ResyncRow[] {
  const script = path.join(root, 'scripts', 'bench.mjs');
  const output = execFileSync(process.execPath, ['--expose-gc', script, 'resync-once'], { encoding: 'utf8' });
  return JSON.parse(output);
}

/** One that finds everything new, as after a first start, and later ones, which find what is known. */
export async function timeResyncs(root: string): Promise<ResyncRow[]> {
  const answers = createAnswers();
  const cad = createWebServer((_, path) => answers.of(path));
  const rig = startBundle(root, CROWD, undefined, {
    convars: { sonoran_serverId: '1', sonoran_apiUrl: 'http://127.0.0.1' },
    config: JSON.stringify({ rest: { resyncMinutes: EVERY_MINUTES } }),
    modules: { 'node:http': cad.module },
    isLive: true,
  });
  const threadTime = createThreadTime();
  const parse = () => {
    const texts = answers.texts();
    const start = threadTime();
    for (const text of texts) JSON.parse(text);
    return (threadTime() - start) / 1000;
  };
  const rows: ResyncRow[] = [];
  for (let run = 1; run <= RUNS; run += 1) {
    const steps = await timeSteps(rig, cad.asked, threadTime);
    rows.push({ what: NAMES[run] ?? `number ${run}`, floor: parse(), ...sum(steps) });
  }
  return rows;
}

interface StepTime {
  /** Milliseconds of processor time. */
  readonly everywhere: number;
  readonly onThread: number;
}

/** Of each step of the script, a tick or what follows from an answer, until the end. */
async function timeSteps(rig: Rig, asked: () => number, threadTime: () => number): Promise<StepTime[]> {
  const steps: StepTime[] = [];
  const before = asked();
  let last = before;
  let quietMs = 0;
  for (let passed = 0; passed < MAX_MS; passed += TICK_MS) {
    for (const run of [() => rig.advance(TICK_MS), breathe]) {
      const [start, from] = [process.cpuUsage(), threadTime()];
      await run();
      const onThread = threadTime() - from;
      const { user, system } = process.cpuUsage(start);
      if (asked() > before) steps.push({ everywhere: (user + system) / 1000, onThread: onThread / 1000 });
    }
    quietMs = asked() === last ? quietMs + TICK_MS : 0;
    last = asked();
    if (last > before + UNITS / PAGE && quietMs > QUIET_MS) return steps;
  }
  throw new Error(`No resync came to its end; it made ${last - before} requests.`);
}

/** Without what passing time costs by itself. */
function sum(steps: readonly StepTime[]): Pick<ResyncRow, 'everywhere' | 'total' | 'longest'> {
  const all = (values: readonly number[]) =>
    values.filter((value) => value > IDLE_MS).reduce((total, value) => total + value, 0);
  const onThread = steps.map((step) => step.onThread);
  const everywhere = all(steps.map((step) => step.everywhere));
  return { everywhere, total: all(onThread), longest: Math.max(...onThread) };
}
