// The benchmark: prints medians and ratios of one run, checks the targets, and keeps the figures as JSON.

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type EventRow, measureEvents } from './events.ts';
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

  const sizes = bundleSizes(root);
  const growth = await heapGrowth(root, EVENTS_FOR_MEMORY);
  const targets = [...ratioTargets(rows), ...sizeTargets(sizes, growth)];
  console.log(`${describeTargets(targets)}\n`);

  const file = path.join(root, 'bench', 'results', 'latest.json');
  mkdirSync(path.dirname(file), { recursive: true });
  const run = { node: process.version, platform: `${process.platform} ${process.arch}`, rows, targets };
  writeFileSync(file, `${JSON.stringify(run, null, 2)}\n`);
  console.log(`Figures: ${path.relative(root, file)}`);
  return targets.every(({ value, limit }) => value <= limit);
}

function ratioTargets(rows: readonly EventRow[]): Target[] {
  const of = (kind: string) => rows.filter((row) => row.kind === kind);
  const worst = (kind: string) => Math.max(...of(kind).map(({ ratio }) => ratio));
  const cost = (players: number) =>
    of('accepted 911').find(({ crowd }) => crowd.players === players && crowd.onDuty === 8)?.product ??
    Number.NaN;
  return [
    { what: 'accepted 911 against the floor', limit: 4, value: worst('accepted 911'), unit: 'x' },
    { what: 'repeated 911 against the floor', limit: 4, value: worst('repeated 911'), unit: 'x' },
    { what: 'bad key against the floor', limit: 2, value: worst('bad key'), unit: 'x' },
    { what: 'malformed against the floor', limit: 2, value: worst('malformed'), unit: 'x' },
    { what: '1024 players against 32, 8 on duty', limit: 1.3, value: cost(1024) / cost(32), unit: 'x' },
  ];
}

function sizeTargets(sizes: { server: number; client: number }, growth: number): Target[] {
  return [
    { what: 'server bundle', limit: 250, value: sizes.server, unit: ' kB' },
    { what: 'client bundle', limit: 30, value: sizes.client, unit: ' kB' },
    { what: `heap growth over ${EVENTS_FOR_MEMORY} events`, limit: 5, value: growth, unit: ' MB' },
  ];
}
