// What the resource weighs: bytes of the bundles, and memory after very many events.

import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { INCIDENT_EVENTS, incident } from './kinds/stream.ts';
import { type Crowd, startProduct, toPost } from './rig.ts';

/** Kilobytes (1000 bytes) of the bundles as they are shipped, minified; of the page's files as they could travel. */
export function bundleSizes(root: string): { server: number; client: number; page: number } {
  const file = (name: string) => path.join(root, 'dist', name);
  const size = (name: string) => statSync(file(name)).size / 1000;
  const page = ['web/index.html', 'web/app.js', 'web/app.css'].map(
    (name) => gzipSync(readFileSync(file(name))).length / 1000,
  );
  return { server: size('server.js'), client: size('client.js'), page: page.reduce((a, b) => a + b) };
}

const CROWD: Crowd = { players: 128, onDuty: 32, units: 128, calls: 50 };
/** Until everything that is bounded (calls that are over, closed numbers, caches) is as full as it gets. */
const SETTLING_EVENTS = 100_000;

/** Megabytes by which the heap grew over `events` events of a mixed stream, after garbage collection. */
export function heapGrowth(root: string, events: number): number {
  const collect = globalThis.gc;
  if (!collect) throw new Error('Run with --expose-gc.');
  const rig = startProduct(root, CROWD);
  let number = 0;

  /** Everything open is over at the end. */
  function run(count: number): void {
    for (let done = 0; done < count; done += INCIDENT_EVENTS) {
      rig.send(incident(number++).map(toPost));
      rig.advance(1000);
    }
  }

  const heap = () => {
    for (let i = 0; i < 3; i += 1) collect();
    return process.memoryUsage().heapUsed / 1e6;
  };
  run(SETTLING_EVENTS);
  const before = heap();
  run(events);
  return heap() - before;
}
