// What the resource weighs: bytes of the bundles, and memory after very many events.

import { statSync } from 'node:fs';
import path from 'node:path';
import { createCallBody, removeBody, send, startProduct } from './rig.ts';

/** Kilobytes (1000 bytes) of the bundles as they are shipped, minified. */
export function bundleSizes(root: string): { server: number; client: number } {
  const size = (name: string) => statSync(path.join(root, 'dist', name)).size / 1000;
  return { server: size('server.js'), client: size('client.js') };
}

/** Megabytes by which the heap grew over `events` events, after garbage collection. Needs `--expose-gc`. */
export async function heapGrowth(root: string, events: number): Promise<number> {
  const collect = globalThis.gc;
  if (!collect) throw new Error('Run with --expose-gc.');
  const server = await startProduct(root, { players: 32, onDuty: 8 });
  const body = createCallBody(root);
  let callId = 1;

  async function run(count: number): Promise<void> {
    const ids: number[] = [];
    for (let done = 0; done < count; done += 1) {
      if (ids.length === 100) {
        send(server, removeBody(ids.splice(0)), 200);
        await server.advance(100);
      } else {
        ids.push(callId);
        send(server, body(callId++), 200);
      }
    }
    send(server, removeBody(ids), 200);
    await server.advance(120_000);
  }

  const heap = () => {
    for (let i = 0; i < 3; i += 1) collect();
    return process.memoryUsage().heapUsed / 1e6;
  };
  await run(20_000);
  const before = heap();
  await run(events);
  const growth = heap() - before;
  await server.shutdown();
  return growth;
}
