// The way in: keys, what is done with a body whichever way it came, and the listener on the game port.

import { type Admit, createAdmit } from './admit.ts';
import type { Forwarder } from './api/forward/forwarder.ts';
import { TRAIL_HEADER } from './api/forward/trail.ts';
import type { OtherSoftware } from './api/other-software.ts';
import type { Subscriptions } from './api/subscriptions.ts';
import type { Change } from './cad/changes.ts';
import type { Store } from './cad/store.ts';
import type { Config } from './config/schema.ts';
import { type ApiKeys, createApiKeys } from './http/api-keys.ts';
import { createReceiver } from './http/receive.ts';
import type { Refusal } from './http/reply.ts';
import { createIntake, type IntakePorts } from './intake.ts';
import type { Host } from './ports.ts';
import { createDecode } from './push/decode.ts';
import { pushDefinitions } from './push/registry.ts';

const KEY_CONVARS = ['sonoran_apiKey', 'sonoran_apiKeyPrevious'] as const;

export interface StartIntakePorts extends Pick<IntakePorts, 'deliver' | 'onAccepted'> {
  readonly host: Pick<Host, 'clock' | 'convars' | 'http' | 'resource'>;
  readonly store: Store;
  readonly settings: () => Config['http'];
  readonly forwarder: Pick<Forwarder, 'forward'>;
  readonly others: OtherSoftware;
  readonly subscriptions: Pick<Subscriptions, 'isKnown'>;
  readonly onRefused: (from: string, refusal: Refusal) => void;
  /** Everybody has been told of what an event changed. */
  readonly onTold: (changes: readonly Change[]) => void;
  /** A defect of ours: `where` says what was under way. */
  readonly onDefect: (where: string, error: unknown) => void;
}

export interface Intake {
  readonly keys: ApiKeys;
  /** Whatever brings an event: the game port or the websocket. */
  readonly admit: Admit;
  /** Takes an event in that was made up to try things out, neither counted nor passed on; false when it is refused. */
  rehearse(type: string, data: unknown): boolean;
}

/** When it returns, requests are answered. */
export function startIntake(ports: StartIntakePorts): Intake {
  const { host, settings, forwarder, others, onRefused, onTold, onDefect } = ports;
  const { clock, convars, http, resource } = host;

  const keys = createApiKeys();
  const readKeys = () => keys.set(KEY_CONVARS.map(convars.get));
  readKeys();
  // In a tick of its own: neither the start nor the first event has to wait for it.
  clock.after(0, () => {
    keys.prepare();
    for (const definition of pushDefinitions) definition.prepare();
  });
  convars.onChange('sonoran_apiKey*', readKeys);

  const intakePorts: IntakePorts = {
    decode: createDecode(pushDefinitions),
    store: ports.store,
    isFollowed: ports.subscriptions.isKnown,
    onAccepted: ports.onAccepted,
    deliver: ports.deliver,
    forward: ({ envelope, bytes, header }) =>
      forwarder.forward(new Uint8Array(bytes), { type: envelope.type, trail: header(TRAIL_HEADER) }),
    raise(push, { envelope }) {
      others.raise(push, envelope);
      for (const { changes } of push.events) onTold(changes);
    },
    raiseUnknown: ({ envelope }, isAccepted) => others.raiseUnknown(envelope, isAccepted),
  };
  const rehearsal = createIntake({ ...intakePorts, onAccepted: () => undefined, forward: () => undefined });
  const admit = createAdmit({
    keys,
    maxBodyBytes: () => settings().maxBodyBytes,
    accept: createIntake(intakePorts),
    onDefect,
  });
  http.serve(
    createReceiver({
      clock,
      keys,
      limits: () => ({
        maxBodyBytes: settings().maxBodyBytes,
        bodyTimeoutMs: settings().bodyTimeoutSeconds * 1000,
      }),
      greeting: () =>
        `${resource.name} ${resource.version} is listening. Sonoran CAD posts to /${resource.name}/event.`,
      admit,
      onRefused,
      onDefect,
    }),
  );

  return {
    keys,
    admit,
    rehearse(type, data) {
      const { refusal, after } = rehearsal({
        envelope: { type, data, body: { type, data } },
        bytes: new ArrayBuffer(0),
        header: () => undefined,
        from: 'simulate',
      });
      after();
      return refusal === null;
    },
  };
}
