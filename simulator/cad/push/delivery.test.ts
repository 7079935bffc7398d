import { describe, expect, test } from '@jest/globals';
import { useServers } from '../../test-support.ts';
import { call, useCads, useListeners } from '../test-support.ts';

const start = useCads();
const listen = useListeners();
const servers = useServers();

describe('events over HTTP', () => {
  test('reach the game server in order, and its answers come back', async () => {
    const listener = await listen();
    const { cad, pushed } = await start({ eventUrl: listener.url });
    for (let made = 0; made < 20; made++) cad.desk.callEmergency();
    await cad.idle();
    expect(listener.received).toEqual(pushed);
    expect(pushed.map(({ data }) => (data as { call: { callId: number } }).call.callId)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
    expect(cad.delivered.map(({ via, reply }) => [via, reply?.status, reply?.body])).toEqual(
      Array(20).fill(['http', 200, 'ok']),
    );
  });

  test('reach a resource of a simulated game server', async () => {
    const server = await servers({
      server: `SetHttpHandler((request, response) => request.setDataHandler((body) =>
        response.send(request.path + ' ' + JSON.parse(body).type)));`,
    });
    const { cad } = await start({ eventUrl: `${server.url}/event` });
    cad.desk.login();
    await cad.idle();
    expect(cad.delivered.map(({ reply }) => reply?.body)).toEqual(['/event EVENT_UNIT_LOGIN']);
  });

  test('that find nobody say so, and the next ones are tried', async () => {
    const listener = await listen();
    const { cad } = await start({ eventUrl: 'http://127.0.0.1:1/sonorancad/event' });
    const heard: unknown[] = [];
    const stop = cad.onDelivered(({ reply }) => heard.push(reply?.status));
    cad.desk.login();
    await cad.idle();
    cad.setEventUrl(listener.url);
    cad.desk.login();
    await cad.idle();
    stop();
    cad.desk.login();
    await cad.idle();
    expect(cad.delivered[0]?.reply).toMatchObject({ status: null, body: 'nothing listens on the game port' });
    expect(heard).toEqual([null, 200]);
    expect(listener.received).toHaveLength(2);
  });

  test('go where the settings of the server say, on this machine only', async () => {
    const listener = await listen();
    const { cad } = await start();
    const register = (mapIp: string) =>
      call(cad, 'PUT', '/v2/general/servers', { servers: [{ id: 1, mapIp, listenerPort: listener.port }] });
    cad.desk.login();
    await register('203.0.113.10');
    cad.desk.login();
    await register('127.0.0.1');
    cad.desk.login();
    await cad.idle();
    expect(cad.delivered.map(({ via }) => via)).toEqual(['nowhere', 'nowhere', 'http']);
    expect(listener.received).toHaveLength(1);
  });

  test('end with the CAD', async () => {
    const listener = await listen();
    const { cad } = await start({ eventUrl: listener.url });
    for (let made = 0; made < 5; made++) cad.desk.login();
    await cad.close();
    expect(listener.received.length).toBeLessThan(5);
    await expect(fetch(cad.url)).rejects.toThrow();
  });
});
