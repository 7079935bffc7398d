// The benchmark: prints medians and ratios of one run, checks the targets, and keeps the figures as JSON.

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type EventRow, measureEvents, measureGrowth } from './events.ts';
import { bundleSizes, heapGrowth } from './footprint.ts';
import { describeEvents, describeTargets, type Target } from './report.ts';
import type { Crowd } from './rig.ts';

const CROWDS: readonly Crowd[] = [
  { players: 32, onDuty: 8 },
  { players: 128, onDuty: 32 },
  { players: 1024, onDuty: 256 },
  { players: 1024, onDuty: 8 },
];
const EVENTS_FOR_MEMORY = 200_000;

/** Runs everything and writes `bench/results/latest.json`. Returns whether all targets are met. */
export async function runBench(root: string): Promise<boolean> {
  const rows: EventRow[] = [];
  for (const crowd of CROWDS) rows.push(...(await measureEvents(root, crowd)));
  console.log(`${describeEvents(rows)}\n`);

  const growthInPlayers = await measureGrowth(root, { players: 32, onDuty: 8 }, { players: 1024, onDuty: 8 });
  const sizes = bundleSizes(root);
  const growth = await heapGrowth(root, EVENTS_FOR_MEMORY);
  const targets = [...ratioTargets(rows, growthInPlayers), ...sizeTargets(sizes, growth)];
  console.log(`${describeTargets(targets)}\n`);

  const file = path.join(root, 'bench', 'results', 'latest.json');
  mkdirSync(path.dirname(file), { recursive: true });
  const run = { node: process.version, platform: `${process.platform} ${process.arch}`, rows, targets };
  writeFileSync(file, `${JSON.stringify(run, null, 2)}\n`);
  console.log(`Figures: ${path.relative(root, file)}`);
  return targets.every(({ value, limit }) => value <= limit);
}

function ratioTargets(rows: readonly EventRow[], growthInPlayers: number): Target[] {
  const of = (kind: string) => rows.filter((row) => row.kind === kind);
  const worst = (kind: string) => Math.max(...of(kind).map(({ ratio }) => ratio));
  return [
    { what: 'accepted 911 against the floor', limit: 4, value: worst('accepted 911'), unit: 'x' },
    { what: 'repeated 911 against the floor', limit: 4, value: worst('repeated 911'), unit: 'x' },
    { what: 'bad key against the floor', limit: 2, value: worst('bad key'), unit: 'x' },
    { what: 'malformed against the floor', limit: 2, value: worst('malformed'), unit: 'x' },
    { what: 'accepted 911 with 1024 players against 32', limit: 1.3, value: growthInPlayers, unit: 'x' },
  ];
}

function sizeTargets(sizes: { server: number; client: number }, growth: number): Target[] {
  return [
    { what: 'server bundle', limit: 250, value: sizes.server, unit: ' kB' },
    { what: 'client bundle', limit: 30, value: sizes.client, unit: ' kB' },
    { what: `heap growth over ${EVENTS_FOR_MEMORY} events`, limit: 5, value: growth, unit: ' MB' },
  ];
}
