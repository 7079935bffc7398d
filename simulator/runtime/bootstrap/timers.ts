// Timers, tickers and animation frames of a script: nothing runs but on the resource's tick.

type Callback = (...args: unknown[]) => unknown;

interface Timer {
  run(): void;
  readonly interval: number;
  lastRun: number;
}

/** What the timer functions return; `clearTimeout` knows nothing else. */
interface TimerHandle {
  readonly id: number;
  ref(): TimerHandle;
  unref(): TimerHandle;
  hasRef(): boolean;
  refresh(): TimerHandle;
  [Symbol.toPrimitive](): number;
}

interface Ticker {
  readonly callback: Callback;
  waiting: boolean;
}

export interface Timers {
  tick(now: number): void;
  counters(): { tickers: number; timers: number[]; frames: number };
  /** The functions scripts see, by their global names. */
  readonly globals: Record<string, (...args: never[]) => unknown>;
}

export interface TimerPorts {
  now(): number;
  failed(where: string, error: unknown): void;
}

/** Longest delay in ms a timer can have. */
const LONGEST = 0x7fffffff;

export function createTimers(ports: TimerPorts): Timers {
  const timers = new Map<number, Timer>();
  const tickers = new Map<number, Ticker>();
  let frames: Callback[] = [];
  let lastTick = ports.now();
  let lastTimer = 0;
  let lastTicker = 0;

  function add(interval: unknown, run: (handle: TimerHandle) => void): TimerHandle {
    const id = ++lastTimer;
    const handle: TimerHandle = {
      id,
      unref: () => handle,
      ref: () => handle,
      hasRef: () => true,
      refresh() {
        const timer = timers.get(id);
        if (timer) timer.lastRun = lastTick;
        return handle;
      },
      [Symbol.toPrimitive]: () => id,
    };
    const wanted = (interval as number) || 1;
    timers.set(id, {
      run: () => run(handle),
      interval: Math.max(1, Math.min(LONGEST, wanted)) | 0,
      lastRun: lastTick, // the previous tick's time: a timer may fire up to one tick early
    });
    return handle;
  }

  const setTimeout = (callback: Callback, delay?: number, ...args: unknown[]) => {
    assertFunction(callback);
    return add(delay, (handle) => {
      try {
        callback(...args);
      } finally {
        clear(handle);
      }
    });
  };
  const setInterval = (callback: Callback, delay?: number, ...args: unknown[]) => {
    assertFunction(callback);
    return add(delay, () => {
      callback(...args);
    });
  };
  // Numbers have no `id`, so clearing by number does nothing, as in the game.
  const clear = (handle: TimerHandle | null | undefined) => {
    if (handle) timers.delete(handle.id);
  };
  const setTick = (callback: Callback) => {
    assertFunction(callback);
    tickers.set(++lastTicker, { callback, waiting: false });
    return lastTicker;
  };

  function runTimers(now: number): void {
    // Timers set by a timer wait for the next tick; timers cleared by one do not run any more.
    for (const id of [...timers.keys()]) {
      const timer = timers.get(id);
      if (!timer || now - timer.lastRun <= timer.interval) continue;
      try {
        timer.run();
      } catch (error) {
        ports.failed('timer', error);
      }
      timer.lastRun = now;
    }
  }

  function runTickers(): void {
    for (const id of [...tickers.keys()]) {
      const ticker = tickers.get(id);
      if (!ticker || ticker.waiting) continue;
      try {
        const result = ticker.callback() as PromiseLike<unknown> | null | undefined;
        if (typeof result?.then !== 'function') continue;
        ticker.waiting = true; // for good, if the promise is rejected
        const resume = () => {
          ticker.waiting = false;
        };
        Promise.resolve(result.then(resume)).catch((error) => {
          ports.failed('ticker', error);
        });
      } catch (error) {
        ports.failed('ticker', error);
      }
    }
  }

  function runFrames(): void {
    const due = frames.reverse(); // the game runs the last request first
    frames = [];
    for (const frame of due) {
      try {
        frame();
      } catch (error) {
        ports.failed('animationFrame', error);
      }
    }
  }

  return {
    tick(now) {
      if (timers.size > 0) runTimers(now);
      if (tickers.size > 0) runTickers();
      if (frames.length > 0) runFrames();
      lastTick = now;
    },
    counters: () => ({
      tickers: tickers.size,
      timers: [...timers.values()].map((timer) => timer.interval),
      frames: frames.length,
    }),
    globals: {
      setTick,
      clearTick: (id: number) => void tickers.delete(Number(id)),
      setTimeout,
      clearTimeout: clear,
      setInterval,
      clearInterval: clear,
      setImmediate: (callback: Callback, ...args: unknown[]) => setTimeout(callback, 0, ...args),
      clearImmediate: clear,
      requestAnimationFrame: (callback: Callback) => void frames.push(callback),
    },
  };
}

function assertFunction(callback: unknown): void {
  if (typeof callback !== 'function') {
    throw new TypeError(`Callback must be a function. Received ${String(callback)}`);
  }
}
