// Stories of forwarding: real web servers get what came in, and nothing that happens there is felt here.

import { setTimeout as sleep } from 'node:timers/promises';
import { fixtureText } from '../support/fixtures.ts';
import { startListenerExample } from '../support/listener-example.ts';
import { type RecordingListener, startRecordingListener } from '../support/recording-listener.ts';
import { EVENT, inWorld, names, push, pushCall, pushFixture } from './stage.ts';
import { type CreateWorld, KEY, type World } from './world.ts';

/** Lets the world and real time pass until something has come true, or for half a minute. */
async function until(world: World, isTrue: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1500 && !isTrue(); turn += 1) {
    await world.pass(50);
    await sleep(20);
  }
}

/** Plays a story with listeners, which are gone afterwards. */
async function withListeners<T>(
  statuses: readonly (number | null)[],
  story: (listeners: readonly RecordingListener[]) => Promise<T>,
): Promise<T> {
  const listeners = await Promise.all(statuses.map((status) => startRecordingListener(status)));
  try {
    return await story(listeners);
  } finally {
    await Promise.all(listeners.map(({ close }) => close()));
  }
}

const forwardTo = (urls: readonly unknown[], extra: object = {}) => ({
  config: { forward: { enabled: true, urls, ...extra } },
});
const types = (listener: RecordingListener | undefined) =>
  listener?.bodies.map((body) => (JSON.parse(body.toString()) as { type: string }).type);

/** A body as nobody would write it: a byte order mark, odd blanks, escapes, a key twice. */
const ODD_BODY = `\ufeff{ "key":"other", "key" : "${KEY}",\r\n\t"type":"EVENT_911","data":{"call":{"callId":1,"caller":"J\\u00f6rg \ud83d\ude93","location":"Stra\u00dfe"}}}  `;

export const forwardStories = {
  "the CAD's example of a listener gets every event as it came, in order": async (create: CreateWorld) => {
    const listener = await startListenerExample(KEY);
    const url = `http://127.0.0.1:${listener.port}${EVENT}`;
    try {
      return await inWorld(
        create,
        { config: { enablePushEventForwarding: true, pushEventForwardUrl: url } },
        async (world) => {
          await pushCall(world, 1, { caller: 'First' });
          await push(world, 'EVENT_UNIT_STATUS', { identIds: [1], status: 1 });
          await pushCall(world, 2, { caller: 'Second' });
          await push(world, 'EVENT_UNIT_STATUS', { identIds: [1], status: 2 });
          await pushCall(world, 3, { caller: 'Third' });
          await until(world, () => listener.log.length >= 5);
          return listener.log;
        },
      );
    } finally {
      await listener.close();
    }
  },

  'the bytes are those that came': (create: CreateWorld) =>
    withListeners([200], ([listener]) =>
      inWorld(create, forwardTo([listener?.url]), async (world) => {
        const answer = await world.request('POST', EVENT, ODD_BODY);
        await until(world, () => listener?.bodies.length === 1);
        const got = listener?.bodies[0] ?? Buffer.alloc(0);
        return {
          answer: answer.body,
          isSame: got.equals(Buffer.from(ODD_BODY)),
          type: listener?.headers[0]?.['content-type'],
        };
      }),
    ),

  'a server that never answers delays nobody, not even the other one': (create: CreateWorld) =>
    withListeners([null, 200], ([hanging, other]) =>
      inWorld(create, forwardTo([hanging?.url, other?.url], { timeoutSeconds: 30 }), async (world) => {
        const answers: string[] = [];
        for (const id of [1, 2, 3]) answers.push((await pushCall(world, id)).body);
        await world.settle();
        const blips = names(world, 1).length;
        await until(world, () => other?.bodies.length === 3 && hanging?.bodies.length === 1);
        return { answers, blips, hanging: hanging?.bodies.length, other: types(other) };
      }),
    ),

  'a server that fails gets the event again, and costs only itself': (create: CreateWorld) =>
    withListeners([500, 200], ([failing, other]) =>
      inWorld(create, forwardTo([failing?.url, other?.url], { retries: 1 }), async (world) => {
        await pushCall(world, 1);
        await until(world, () => (failing?.bodies.length ?? 0) >= 2);
        return { failing: types(failing), other: types(other) };
      }),
    ),

  'what is unknown or cannot be decoded is forwarded too, what is not authenticated never': (
    create: CreateWorld,
  ) =>
    withListeners([200], ([listener]) =>
      inWorld(create, forwardTo([listener?.url]), async (world) => {
        const bodies: string[] = [];
        const refused = ['97_bad_key', '97v_missing_key', '98_missing_type', '99_malformed'];
        for (const name of [...refused, '96_unknown_type', '98v_data_null', '32_get_logs']) {
          bodies.push((await world.request('POST', EVENT, fixtureText(name))).body);
        }
        await pushFixture(world, '04_911_in_game');
        await until(world, () => listener?.bodies.length === 4);
        await world.settle();
        return { bodies, forwarded: types(listener) };
      }),
    ),

  'the key is taken out or replaced where the settings say so, and types are chosen': (create: CreateWorld) =>
    withListeners([200, 200], ([without, other]) =>
      inWorld(
        create,
        forwardTo([
          { url: without?.url, key: 'remove' },
          { url: other?.url, key: { replaceWith: 'theirs' }, types: ['event_911'] },
        ]),
        async (world) => {
          await pushFixture(world, '31_unit_logout');
          await pushFixture(world, '04_911_in_game');
          await until(world, () => without?.bodies.length === 2 && other?.bodies.length === 1);
          const keys = (listener: RecordingListener | undefined) =>
            listener?.bodies.map((body) => (JSON.parse(body.toString()) as { key?: string }).key ?? null);
          return { without: [types(without), keys(without)], other: [types(other), keys(other)] };
        },
      ),
    ),
};
