// Forwarding when its settings change while events wait.

import { afterEach, expect, test } from '@jest/globals';
import { FIXTURE_KEY, fixtureText } from '../../../test/support/fixtures.ts';
import { startListenerExample } from '../../../test/support/listener-example.ts';
import { createManualClock } from '../../../test/support/manual-clock.ts';
import { until } from '../../../test/support/settle.ts';
import { createTestConsole } from '../../../test/support/test-console.ts';
import { type ForwardConfig, type ForwardSettings, forwardSchema } from './forward-config.ts';
import { keepForwarding } from './start-forwarding.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const eventUrl = (port: number) => `http://127.0.0.1:${port}/sonorancad/event`;

function setUp(forward: Partial<ForwardConfig>) {
  let settings: ForwardSettings = { forward: { ...forwardSchema().parse({}), enabled: true, ...forward } };
  const clock = createManualClock();
  const console = createTestConsole();
  const ports = { resource: 'sonorancad', port: '30120', clock, console };
  const forwarding = keepForwarding({ ...ports, settings: () => settings });
  closing.push(forwarding.stop);
  return {
    ...forwarding,
    clock,
    console,
    send(...names: string[]) {
      for (const name of names)
        forwarding.forward(fixtureText(name), { type: JSON.parse(fixtureText(name)).type });
      clock.advance(0);
    },
    change(changes: Partial<ForwardConfig>) {
      settings = { forward: { ...settings.forward, ...changes } };
      forwarding.settingsChanged();
    },
  };
}

/** The address of a listener that runs no more. */
async function deadListener(): Promise<number> {
  const listener = await startListenerExample(FIXTURE_KEY);
  await listener.close();
  return listener.port;
}

test('what waits for a target that stays is sent to it, in order', async () => {
  const port = await deadListener();
  const { send, status, change, clock } = setUp({ urls: [eventUrl(port)] });
  send('04_911_in_game', '08_unit_status', '15_tone');
  await until(() => status().targets[0]?.lastError !== null);
  change({ urls: [eventUrl(port), 'http://127.0.0.1:9/'] });
  expect(status().targets.map(({ queued }) => queued)).toEqual([3, 0]);
  const listener = await startListenerExample(FIXTURE_KEY, port);
  closing.push(listener.close);
  clock.advance(0);
  await until(() => status().targets[0]?.queued === 0);
  const { caller } = JSON.parse(fixtureText('04_911_in_game')).data.call;
  expect(listener.log).toEqual([`911 call of ${caller}`, 'unit status', 'Invalid Type']);
});

test('what waits for a target that is gone goes to nobody', async () => {
  const port = await deadListener();
  const { send, status, change } = setUp({ urls: [eventUrl(port)] });
  send('08_unit_status');
  await until(() => status().targets[0]?.lastError !== null);
  const other = await startListenerExample(FIXTURE_KEY);
  closing.push(other.close);
  change({ urls: [eventUrl(other.port)] });
  expect(status().targets).toMatchObject([{ queued: 0 }]);
  change({ enabled: false });
  expect(status().targets).toEqual([]);
  expect(other.log).toEqual([]);
});

test('other settings of the server leave it as it is', async () => {
  const { change, console } = setUp({ urls: [eventUrl(9)] });
  change({});
  expect(console.lines).toHaveLength(1);
});
