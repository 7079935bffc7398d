// The table of a run, and whether each target is met.

import type { EventRow } from './events.ts';

export interface Target {
  readonly what: string;
  readonly limit: number;
  readonly value: number;
  readonly unit: string;
}

export function describeEvents(rows: readonly EventRow[]): string {
  const head = ['event', 'players', 'on duty', 'host µs', 'floor µs', 'product µs', 'ratio', 'own ratio'];
  const lines = rows.map(({ kind, crowd, host, floor, product, ratio, ownRatio }) => [
    kind,
    String(crowd.players),
    String(crowd.onDuty),
    host.toFixed(1),
    floor.toFixed(1),
    product.toFixed(1),
    ratio.toFixed(2),
    ownRatio.toFixed(2),
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
