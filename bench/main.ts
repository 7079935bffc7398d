// The benchmark: prints medians and ratios of one run, checks the targets, and keeps the figures as JSON.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { measureActions } from './actions.ts';
import { measureClient } from './client/client.ts';
import { type EventRow, type GrowthRow, measureEvents, measureGrowth } from './events.ts';
import { bundleSizes, heapGrowth } from './footprint.ts';
import { kinds } from './kinds/index.ts';
import { measurePage } from './page/page.ts';
import {
  againstFloor,
  describeActions,
  describeClient,
  describeEvents,
  describeGrowth,
  describePage,
  describeResync,
  describeTargets,
  describeTicks,
  type Target,
} from './report.ts';
import { measureRestart, timeStart } from './restart.ts';
import { measureResync, type ResyncRow, timeResyncs } from './resync.ts';
import type { Crowd } from './rig.ts';
import { measureTicks, type TickRow } from './ticks.ts';

const CROWDS: readonly Crowd[] = [
  { players: 32, onDuty: 8, units: 32, calls: 10 },
  { players: 128, onDuty: 32, units: 128, calls: 30 },
  { players: 1024, onDuty: 256, units: 1000, calls: 100 },
];
/** The same players on duty, and everything else as full as it gets. */
const SMALL: Crowd = { players: 32, onDuty: 8, units: 32, calls: 10 };
const FULL: Crowd = { players: 1024, onDuty: 8, units: 1000, calls: 300 };
const GROWTH = 1.3;
const EVENTS_FOR_MEMORY = 1_000_000;

interface Part {
  readonly figures: object;
  readonly targets: readonly Target[];
}

/** What can be asked for by name on the command line; without names everything runs. */
const parts: Readonly<Record<string, (root: string) => Part | Promise<Part>>> = {
  events(root) {
    const rows = CROWDS.flatMap((crowd) => measureEvents(root, crowd));
    console.log(`${describeEvents(rows)}\n`);
    return { figures: { rows }, targets: ratioTargets(rows) };
  },
  growth(root) {
    const rows = measureGrowth(root, SMALL, FULL);
    console.log(`${describeGrowth(rows, SMALL, FULL)}\n`);
    return { figures: { growth: rows }, targets: [growthTarget(rows)] };
  },
  ticks(root) {
    const rows = CROWDS.map((crowd) => measureTicks(root, crowd));
    console.log(`${describeTicks(rows)}\n`);
    return { figures: { ticks: rows }, targets: [tickTarget(rows)] };
  },
  restart(root) {
    const restart = measureRestart(root);
    console.log(
      `start: ${restart.empty.toFixed(1)} ms with nothing kept, ${restart.full.toFixed(1)} ms full\n`,
    );
    const what = 'restore of 500 calls and 1000 units';
    return {
      figures: { restart },
      targets: [
        { what: 'start with nothing kept', limit: 40, value: restart.empty, unit: ' ms' },
        { what, limit: 60, value: restart.full - restart.empty, unit: ' ms' },
      ],
    };
  },
  client(root) {
    const client = measureClient(root);
    console.log(`${describeClient(client)}\n`);
    return { figures: { client }, targets: againstFloor(client) };
  },
  async page() {
    const page = await measurePage();
    console.log(`${describePage(page)}\n`);
    return { figures: { page }, targets: againstFloor(page) };
  },
  async actions(root) {
    const rows = await measureActions(root);
    console.log(`${describeActions(rows)}\n`);
    const value = Math.max(...rows.map(({ product }) => product)) / 1000;
    return { figures: { actions: rows }, targets: [{ what: 'an action', limit: 1, value, unit: ' ms' }] };
  },
  resync(root) {
    const rows = measureResync(root);
    console.log(`${describeResync(rows)}\n`);
    const [first, ...later] = rows;
    const targetsOf = (what: string, some: readonly ResyncRow[]): Target[] => [
      { what, limit: 30, value: Math.max(...some.map(({ total }) => total)), unit: ' ms' },
      {
        what: `${what}, a slice`,
        limit: 5,
        value: Math.max(...some.map(({ longest }) => longest)),
        unit: ' ms',
      },
    ];
    return {
      figures: { resync: rows },
      targets: [
        ...targetsOf('resync of 1500, nothing new', later),
        ...targetsOf('resync of 1500, all new', first ? [first] : []),
      ],
    };
  },
  size(root) {
    const { server, client, page } = bundleSizes(root);
    return {
      figures: {},
      targets: [
        { what: 'server bundle', limit: 250, value: server, unit: ' kB' },
        { what: 'client bundle', limit: 45, value: client, unit: ' kB' },
        { what: 'page, gzipped', limit: 60, value: page, unit: ' kB' },
      ],
    };
  },
  memory(root) {
    const what = `heap growth over ${EVENTS_FOR_MEMORY} events`;
    return {
      figures: {},
      targets: [{ what, limit: 5, value: heapGrowth(root, EVENTS_FOR_MEMORY), unit: ' MB' }],
    };
  },
};

/** Runs the parts that are named and writes `bench/results/latest.json`. Returns whether all targets are met. */
export async function runBench(root: string, names: readonly string[]): Promise<boolean> {
  if (names[0] === 'start-once') return startOnce(root, names[1] ?? '');
  if (names[0] === 'resync-once') return resyncOnce(root);
  const wanted = names.length > 0 ? names : Object.keys(parts);
  const figures: object[] = [];
  const targets: Target[] = [];
  for (const name of wanted) {
    const run = parts[name];
    if (!run) throw new Error(`There is no part ${name}. There are: ${Object.keys(parts).join(', ')}.`);
    const result = await run(root);
    figures.push(result.figures);
    targets.push(...result.targets);
  }
  console.log(`${describeTargets(targets)}\n`);

  const file = path.join(root, 'bench', 'results', 'latest.json');
  mkdirSync(path.dirname(file), { recursive: true });
  const machine = { node: process.version, platform: `${process.platform} ${process.arch}` };
  writeFileSync(file, `${JSON.stringify(Object.assign(machine, ...figures, { targets }), null, 2)}\n`);
  console.log(`Figures: ${path.relative(root, file)}`);
  return targets.every(({ value, limit }) => value <= limit);
}

/** The first start of this process, for `measureRestart`: prints milliseconds. */
function startOnce(root: string, rows: string): boolean {
  console.log(timeStart(root, new Map(JSON.parse(readFileSync(rows, 'utf8')))));
  return true;
}

/** For `measureResync`: prints the rows. */
async function resyncOnce(root: string): Promise<boolean> {
  console.log(JSON.stringify(await timeResyncs(root)));
  return true;
}

/** The worst of all crowds counts. */
function ratioTargets(rows: readonly EventRow[]): Target[] {
  return kinds.map(({ name, limit }) => ({
    what: `${name} against the floor`,
    limit,
    value: Math.max(...rows.filter(({ kind }) => kind === name).map(({ ratio }) => ratio)),
    unit: 'x',
  }));
}

function growthTarget(rows: readonly GrowthRow[]): Target {
  const worst = rows.reduce((a, b) => (a.ratio > b.ratio ? a : b));
  const what = `worst of all kinds (${worst.kind}), 1024 players and 1000 units against 32`;
  return { what, limit: GROWTH, value: worst.ratio, unit: 'x' };
}

function tickTarget(rows: readonly TickRow[]): Target {
  const value = Math.max(...rows.map(({ ratio }) => ratio));
  return { what: 'panic position against the floor', limit: 4, value, unit: 'x' };
}
