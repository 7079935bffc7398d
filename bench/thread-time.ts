// Processor time of the one thread that scripts run on: what the compiler and the garbage collector do on threads of their
// own keeps no game waiting.

import { openSync, readSync } from 'node:fs';

const FILE = '/proc/thread-self/schedstat';
const DIGITS = 64;

/** Microseconds so far. Only Linux tells; elsewhere it is the time of all threads of the process. */
export function createThreadTime(): () => number {
  const file = open();
  if (file === null) {
    return () => {
      const { user, system } = process.cpuUsage();
      return user + system;
    };
  }
  const bytes = Buffer.alloc(DIGITS);
  const nobody = new Int32Array(new SharedArrayBuffer(4));
  return () => {
    // The kernel brings its figure up to date when a thread rests, and else every few milliseconds.
    Atomics.wait(nobody, 0, 0, 0.001);
    const length = readSync(file, bytes, 0, DIGITS, 0);
    return Number(bytes.toString('latin1', 0, length).split(' ')[0]) / 1000;
  };
}

function open(): number | null {
  try {
    return openSync(FILE, 'r');
  } catch {
    return null; // Another system, or a kernel that does not count.
  }
}
