// Builds the forwarder from the settings and tells the owner what comes of them.

import { nodeCrypto, nodeOs } from '../../node-modules.ts';
import type { Clock, Console } from '../../ports.ts';
import { type ForwardSettings, isForwardingWanted, toForwardEntries } from './forward-config.ts';
import { createForwarder, type Forwarder, type Unsent } from './forwarder.ts';
import { createIsOwnAddress } from './own-address.ts';
import { createPostClient } from './post.ts';
import { readTargets } from './targets.ts';

export interface ForwardingPorts {
  readonly settings: ForwardSettings;
  /** Name of the resource. */
  readonly resource: string;
  /** TCP port of the game server, as text. */
  readonly port: string;
  readonly clock: Clock;
  readonly console: Console;
  /** What the forwarder before has left; nothing unless given. */
  readonly unsent?: Unsent;
}

/** Waiting bytes per target; the listener takes 4 MiB per event unless told otherwise. */
const QUEUE_BYTES = 8 * 1024 * 1024;

/** Synchronous, and without network traffic until the first event. */
export function startForwarding(ports: ForwardingPorts): Forwarder {
  const { settings, resource, port, clock, console, unsent } = ports;
  const { queue, timeoutSeconds, retries } = settings.forward;
  const entries = toForwardEntries(settings);
  const isOwnAddress = createIsOwnAddress({
    resource,
    port,
    addresses: entries.length > 0 ? machineAddresses() : [],
  });
  const { targets, problems } = readTargets(entries, isOwnAddress);
  for (const problem of problems) console.warn(problem);
  if (targets.length > 0) {
    const hosts = new Set(targets.map(({ host }) => host));
    console.info(`Events are forwarded to ${[...hosts].join(', ')}.`);
  } else if (isForwardingWanted(settings)) {
    console.warn('Forwarding is on, but config.json names no web server to forward to (forward.urls).');
  } else if (settings.forward.urls.length > 0) {
    console.info('Events are not forwarded: forward.urls names web servers, but forward.enabled is false.');
  }

  const client = createPostClient();
  const forwarder = createForwarder({
    targets,
    ...(unsent && { unsent }),
    limits: { queue, queueBytes: QUEUE_BYTES, timeoutMs: timeoutSeconds * 1000, retries },
    post: client.post,
    clock,
    console,
    // Nobody asks for it where there is nowhere to forward to.
    id: targets.length === 0 ? '' : nodeCrypto().randomBytes(6).toString('hex'),
  });
  return {
    ...forwarder,
    stop() {
      const left = forwarder.stop();
      client.close();
      return left;
    },
  };
}

/** A forwarder that follows the settings. */
export interface Forwarding extends Forwarder {
  /** The settings may be others now. When those of forwarding are, it begins anew. What waits for a target that stays is kept. */
  settingsChanged(): void;
}

/** As `startForwarding`, for settings that may change. */
export function keepForwarding(
  ports: Omit<ForwardingPorts, 'settings'> & { readonly settings: () => ForwardSettings },
): Forwarding {
  const read = (): ForwardSettings => {
    const { forward, enablePushEventForwarding, pushEventForwardUrl } = ports.settings();
    return { forward, enablePushEventForwarding, pushEventForwardUrl };
  };
  let settings = read();
  let forwarder = startForwarding({ ...ports, settings });
  return {
    forward: (body, as) => forwarder.forward(body, as),
    status: () => forwarder.status(),
    settingsChanged() {
      const next = read();
      if (JSON.stringify(next) === JSON.stringify(settings)) return;
      settings = next;
      const unsent = forwarder.stop();
      forwarder = startForwarding({ ...ports, settings, unsent });
    },
    stop: () => forwarder.stop(),
  };
}

/** IP addresses of the network interfaces; none where the system does not let us ask (some containers). */
function machineAddresses(): string[] {
  try {
    return Object.values(nodeOs().networkInterfaces()).flatMap(
      (list) => list?.map(({ address }) => address) ?? [],
    );
  } catch {
    return [];
  }
}
