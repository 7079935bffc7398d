// Builds the REST client and the resync from settings and console variables.

import type { Change } from '../cad/changes.ts';
import type { Store } from '../cad/store.ts';
import { createHttpClient, type HttpClient } from '../net/http-client.ts';
import type { Clock, Console, Convars } from '../ports.ts';
import { readConnection } from './connection.ts';
import { createInSlices } from './in-slices.ts';
import { createRestClient, type RestClient } from './rest-client.ts';
import type { RestConfig } from './rest-config.ts';
import { createResync, type Resync } from './resync.ts';

export interface StartRestPorts {
  readonly settings: () => RestConfig;
  readonly convars: Convars;
  readonly store: Store;
  readonly clock: Clock;
  readonly console: Console;
  /** Tells players and other software of what a resync changed, without alerts. */
  readonly deliver: (changes: readonly Change[]) => void;
  /** Calls and units are in line with the CAD now. */
  readonly onSynced?: () => void;
  /** Left out: connections of our own. */
  readonly http?: HttpClient;
}

export interface Rest {
  readonly client: RestClient;
  readonly resync: Resync;
  /** Refuses what waits and closes all connections. Synchronous. */
  stop(): void;
}

const MINUTE = 60_000;

/** Synchronous, and without network traffic until the first resync a few seconds later. */
export function startRest(ports: StartRestPorts): Rest {
  const { settings, convars, store, clock, console, deliver, http = createHttpClient(), onSynced } = ports;
  const connection = () => readConnection(convars.get, settings().enabled !== false);
  const inSlices = createInSlices(clock);
  const client = createRestClient({
    connection,
    send: http.send,
    clock,
    console,
    timeoutMs: () => settings().timeoutSeconds * 1000,
    inSlices,
  });
  const resync = createResync({
    rest: client,
    store,
    clock,
    inSlices,
    console,
    deliver,
    ...(onSynced && { onSynced }),
    everyMs: () => (settings().resyncMinutes === 0 ? null : settings().resyncMinutes * MINUTE),
    random: Math.random,
  });

  convars.onChange('sonoran_*', client.reset);
  const found = connection();
  if (settings().enabled === true && !found.ok) console.warn(`REST API: ${found.error}`);
  resync.start();
  return {
    client,
    resync,
    stop() {
      resync.stop();
      client.stop();
      http.close();
    },
  };
}
