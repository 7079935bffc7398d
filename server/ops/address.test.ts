import { expect, test } from '@jest/globals';
import { listenAddress } from './address.ts';

test.each([
  ['unset', '', '30120'],
  ['not a number', 'x', '30120'],
  ['set', '30125', '30125'],
])('the port when netPort is %s', (_, netPort, port) => {
  expect(listenAddress('sonorancad', netPort).port).toBe(port);
});

test.each([
  ['nobody says what it is', '', '<public IP>'],
  ['the owner has listed it', '203.0.113.7', '203.0.113.7'],
  ['what is listed is no address', 'a b/', '<public IP>'],
])('the public IP when %s', (_, listed, host) => {
  expect(listenAddress('sonorancad', '30120', listed).url).toBe(`http://${host}:30120/sonorancad/event`);
});

test('another folder than that of the CAD is forwarded to', () => {
  expect(listenAddress('cad_listener', '30120')).toMatchObject({
    isForwardTarget: true,
    localUrl: 'http://127.0.0.1:30120/cad_listener/event',
  });
  expect(listenAddress('sonorancad', '30120').isForwardTarget).toBe(false);
});
