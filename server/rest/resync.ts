// Compares calls and units with the CAD from time to time, so that events that were lost do no lasting harm.

import type { Change } from '../cad/changes.ts';
import type { PictureTimes } from '../cad/picture.ts';
import type { Store } from '../cad/store.ts';
import type { Cancel, Clock, Console } from '../ports.ts';
import type { RestCode, RestResult } from './failure.ts';
import type { InSlices } from './in-slices.ts';
import type { RestClient } from './rest-client.ts';

export interface ResyncPorts {
  readonly rest: Pick<RestClient, 'getCalls' | 'getUnits'>;
  readonly store: Store;
  readonly clock: Clock;
  readonly inSlices: InSlices;
  readonly console: Console;
  /** Tells players and other software, silently: all of it is about the past. */
  readonly deliver: (changes: readonly Change[]) => void;
  /** Calls and units are in line with the CAD now. */
  readonly onSynced?: () => void;
  /** Pause between two runs; null when there are none. Read after every run. */
  readonly everyMs: () => number | null;
  /** From 0 up to 1. */
  readonly random: () => number;
}

export interface ResyncStatus {
  /** When calls and units were last in line with the CAD (ms since the epoch), or null. */
  readonly lastAt: number | null;
  /** Changes since the start that no event had told of. That a unit drives about is none. */
  readonly mended: number;
}

export interface Resync {
  /** Runs a moment later and then every few minutes. */
  start(): void;
  /** Runs now, or joins the run under way. Never rejects. */
  run(): Promise<void>;
  /** The pause may be another one: then the next run comes a moment later, and the others after the new pause. */
  settingsChanged(): void;
  status(): ResyncStatus;
  stop(): void;
}

/** Servers that were started together do not ask together. */
const FIRST_MS = 3_000;
const JITTER = 0.2;
/** A run that failed is made up for after this long. */
const RETRY_MS = 60_000;
/** So many runs in a row may fail before a call that the CAD listed can expire. */
const VOUCHED_RUNS = 3;
/** Failures that an owner has to do something about and that are not told elsewhere. */
const TOLD: ReadonlySet<RestCode> = new Set(['forbidden', 'plan', 'not-found', 'refused']);

const FOREIGN =
  'Sonoran CAD lists none of the calls or units that its events are about. Nothing is taken over; compare sonoran_serverId in server.cfg with the CAD.';

/** Does nothing before `start` or `run`. */
export function createResync(ports: ResyncPorts): Resync {
  const { rest, store, clock, inSlices, console, deliver, everyMs, random } = ports;
  let running: Promise<void> | null = null;
  let timer: Cancel | null = null;
  let isStopped = false;
  let lastAt: number | null = null;
  let mended = 0;
  let told = '';
  /** The pause that the next run is waiting for. */
  let pause: number | null = null;

  /** One console line for what lasts. */
  function tell(line: string): void {
    if (line !== '' && line !== told) console.warn(`Resync: ${line}`);
    told = line;
  }

  /** Asks for a picture and takes it over bit by bit; tells whether that worked. */
  async function take<T>(
    ask: () => Promise<RestResult<T>>,
    isForeign: (picture: T, askedAt: number) => boolean,
    reconcile: (picture: T, times: PictureTimes) => Iterable<Change[]>,
  ): Promise<string | null> {
    const askedAt = clock.now();
    const asked = await ask();
    if (!asked.ok) return TOLD.has(asked.code) ? asked.reason : '';
    if (isForeign(asked.value, askedAt)) return FOREIGN;
    const vouchedUntil = askedAt + VOUCHED_RUNS * (everyMs() ?? 0);
    await inSlices(reconcile(asked.value, { askedAt, vouchedUntil }), (changes) => {
      if (changes.length === 0 || isStopped) return;
      mended += changes.filter(({ type }) => type !== 'unit.updated').length;
      deliver(changes);
    });
    return null;
  }

  async function runOnce(): Promise<boolean> {
    const { incidents, units } = store;
    const before = mended;
    // Calls first: a player who comes on duty by a unit then gets them all at once.
    const troubles = [
      await take(rest.getCalls, incidents.isForeign, incidents.reconcile),
      await take(rest.getUnits, units.isForeign, units.reconcile),
    ].filter((trouble) => trouble !== null);
    const found = mended - before;
    if (found > 0)
      console.info(`Resync: ${found} change${found === 1 ? '' : 's'} that no event had told of.`);
    tell(troubles.find((trouble) => trouble !== '') ?? (troubles.length > 0 ? told : ''));
    if (troubles.length > 0) return false;
    lastAt = clock.now();
    if (!isStopped) ports.onSynced?.();
    return true;
  }

  function start(): void {
    pause = everyMs();
    if (pause === null) timer?.();
    else schedule(FIRST_MS);
  }

  function schedule(ms: number): void {
    timer?.();
    if (!isStopped) timer = clock.after(ms * (1 - JITTER / 2 + JITTER * random()), () => void run());
  }

  async function run(): Promise<void> {
    if (isStopped) return;
    running ??= runOnce()
      .catch((error: unknown) => {
        console.error(`Defect in a resync: ${error instanceof Error ? error.stack : error}`);
        return false;
      })
      .then((isDone) => {
        running = null;
        pause = everyMs();
        if (pause !== null) schedule(isDone ? pause : Math.min(pause, RETRY_MS));
      });
    await running;
  }

  return {
    start,
    run,
    settingsChanged() {
      if (everyMs() !== pause) start();
    },
    status: () => ({ lastAt, mended }),
    stop() {
      isStopped = true;
      timer?.();
      timer = null;
    },
  };
}
