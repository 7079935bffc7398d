// How long a restart keeps the game thread: reading the script, the settings, and everything that was kept.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NAME, startHost } from './host.ts';
import { median } from './measure.ts';
import { type Crowd, startBundle, startProduct } from './rig.ts';

/** As much as is kept by default (`calls.maxOpen`, `units.max`). */
const FULL: Crowd = { players: 128, onDuty: 32, units: 1000, calls: 500 };
const RUNS = 7;

export interface Restart {
  /** Milliseconds of a start with nothing kept, and of one with everything. */
  readonly empty: number;
  readonly full: number;
}

/** Medians. Every start is the first in a process of its own: code that has run before would be faster. */
export function measureRestart(root: string): Restart {
  const folder = mkdtempSync(path.join(tmpdir(), 'sonorancad-bench-'));
  try {
    const rows = path.join(folder, 'rows.json');
    writeFileSync(rows, JSON.stringify([...keptRows(root)]));
    const none = path.join(folder, 'none.json');
    writeFileSync(none, '[]');
    const times = { empty: [] as number[], full: [] as number[] };
    for (let run = 0; run < RUNS; run += 1) {
      times.empty.push(startOnce(root, none));
      times.full.push(startOnce(root, rows));
    }
    return { empty: median(times.empty), full: median(times.full) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What a full server leaves in its key-value store. */
function keptRows(root: string): Map<string, string> {
  const rows = new Map<string, string>();
  startProduct(root, FULL, rows).raise('onResourceStop', NAME);
  return rows;
}

function startOnce(root: string, rows: string): number {
  const script = path.join(root, 'scripts', 'bench.mjs');
  const output = execFileSync(process.execPath, [...process.execArgv, script, 'start-once', rows], {
    encoding: 'utf8',
  });
  return Number(output);
}

/** Milliseconds that the first start in this process takes, with those rows. */
export function timeStart(root: string, rows: ReadonlyMap<string, string>): number {
  const copy = new Map(rows);
  // What the host itself needs, and what the benchmark leaves behind, is not the script's doing.
  startHost({ script: '', file: 'nothing.js', players: [] });
  globalThis.gc?.();
  const start = process.cpuUsage();
  startBundle(root, FULL, copy);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
