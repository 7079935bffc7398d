// The tables of a run, and whether each target is met.

import type { ActionRow } from './actions.ts';
import type { ClientRow } from './client/client.ts';
import type { EventRow, GrowthRow } from './events.ts';
import type { PageRow } from './page/page.ts';
import type { ResyncRow } from './resync.ts';
import type { Crowd } from './rig.ts';
import type { TickRow } from './ticks.ts';

export interface Target {
  readonly what: string;
  readonly limit: number;
  readonly value: number;
  readonly unit: string;
}

const crowdOf = ({ players, onDuty, units, calls }: Crowd) => [players, onDuty, units, calls].map(String);
const CROWD = ['players', 'on duty', 'units', 'calls'];

export function describeEvents(rows: readonly EventRow[]): string {
  const head = ['event', ...CROWD, 'sends', 'host µs', 'floor µs', 'product µs', 'ratio', 'own ratio'];
  const lines = rows.map(({ kind, crowd, sends, host, floor, product, ratio, ownRatio }) => [
    kind,
    ...crowdOf(crowd),
    ...[sends, host, floor, product].map((value) => value.toFixed(1)),
    ...[ratio, ownRatio].map((value) => value.toFixed(2)),
  ]);
  return table([head, ...lines]);
}

export function describeGrowth(rows: readonly GrowthRow[], small: Crowd, full: Crowd): string {
  const name = ({ players, units, calls }: Crowd) => `${players}/${units}/${calls} µs`;
  const head = ['players/units/calls', name(small), name(full), 'ratio'];
  const lines = rows.map((row) => [
    row.kind,
    row.small.toFixed(1),
    row.full.toFixed(1),
    row.ratio.toFixed(2),
  ]);
  return table([head, ...lines]);
}

export function describeTicks(rows: readonly TickRow[]): string {
  const head = ['without events', ...CROWD, 'idle µs/s', 'floor µs', 'position µs', 'ratio'];
  const lines = rows.map(({ crowd, idle, floor, position, ratio }) => [
    'panic position',
    ...crowdOf(crowd),
    idle.toFixed(0),
    floor.toFixed(1),
    position.toFixed(1),
    ratio.toFixed(2),
  ]);
  return table([head, ...lines]);
}

export function describeClient(rows: readonly ClientRow[]): string {
  const head = ['game client', 'bytes', 'floor natives', 'natives', 'floor µs', 'product µs', 'ratio'];
  const lines = rows.map(({ what, bytes, floorNatives, natives, floor, product, ratio }) => [
    what,
    ...[bytes, floorNatives, natives].map((value) => value.toFixed(0)),
    ...[floor, product].map((value) => value.toFixed(1)),
    ratio.toFixed(2),
  ]);
  return table([head, ...lines]);
}

export function describePage(rows: readonly PageRow[]): string {
  const head = ['page', 'elements', 'floor µs', 'product µs', 'ratio'];
  const lines = rows.map(({ what, elements, floor, product, ratio }) => [
    what,
    String(elements),
    ...[floor, product].map((value) => value.toFixed(1)),
    ratio.toFixed(2),
  ]);
  return table([head, ...lines]);
}

/** What is measured against a floor of its own, and by how much it may exceed it. */
export function againstFloor(
  rows: readonly { readonly what: string; readonly ratio: number; readonly limit: number }[],
): Target[] {
  return rows.map(({ what, ratio, limit }) => ({
    what: `${what}, against the floor`,
    limit,
    value: ratio,
    unit: 'x',
  }));
}

export function describeActions(rows: readonly ActionRow[]): string {
  const head = ['action', ...CROWD, 'requests', 'floor µs', 'product µs', 'ratio'];
  const lines = rows.map(({ action, crowd, requests, floor, product, ratio }) => [
    action,
    ...crowdOf(crowd),
    String(requests),
    ...[floor, product].map((value) => value.toFixed(1)),
    ratio.toFixed(2),
  ]);
  return table([head, ...lines]);
}

export function describeResync(rows: readonly ResyncRow[]): string {
  const head = ['resync of 500 calls and 1000 units', 'floor ms', 'all threads ms', 'ms', 'longest slice ms'];
  const lines = rows.map(({ what, floor, everywhere, total, longest }) => [
    what,
    ...[floor, everywhere, total, longest].map((value) => value.toFixed(1)),
  ]);
  return table([head, ...lines]);
}

export function describeTargets(targets: readonly Target[]): string {
  const lines = targets.map(({ what, limit, value, unit }) => [
    what,
    `${value.toFixed(2)}${unit}`,
    `<= ${limit}${unit}`,
    value <= limit ? 'met' : 'MISSED',
  ]);
  return table([['target', 'measured', 'limit', ''], ...lines]);
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}
