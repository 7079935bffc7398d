// What the CAD knows after events that somebody else worded.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Cad } from '../cad.ts';
import { useCads, useListeners } from '../test-support.ts';
import type { EventShape } from './envelope.ts';

const start = useCads();
const listen = useListeners();

const fixture = (name: string) => readFileSync(`test/fixtures/cad/${name}.json`, 'utf8');
const event = (type: string, data: unknown) => JSON.stringify({ key: 'any', type, data });
const known = ({ state }: Cad) => ({
  units: state.units.online(),
  emergencies: state.calls.emergencies(),
  calls: state.calls.active(),
});

async function startListened() {
  const { url } = await listen();
  const { cad } = await start({ eventUrl: url });
  return cad;
}

describe('an event that the game server takes', () => {
  test.each<EventShape>(['object', 'documented'])(
    'of a desk (%s) makes another CAD know the same',
    async (events) => {
      const { url } = await listen();
      const texts: string[] = [];
      const { cad } = await start({
        eventUrl: url,
        wire: { events },
        onPush: (envelope) => texts.push(JSON.stringify(envelope)),
      });
      playShift(cad);
      await cad.idle();
      const other = await startListened();
      for (const text of texts) await other.post(text);
      expect(known(cad).calls).toHaveLength(1);
      expect(known(other)).toEqual(known(cad));
      expect(other.state.links.account('a1a1')).toBe(cad.state.links.account('a1a1'));
    },
  );

  test('may be one of the recorded ones', async () => {
    const cad = await startListened();
    for (const name of ['01_unit_login_dispatcher', '02v_unit_login_data_array', '03_unit_login_apiids_only'])
      await cad.post(fixture(name));
    await cad.post(fixture('04v_911_docs_array_sibling_metadata'));
    await cad.post(fixture('05v_dispatch_new_docs_array_notes_string'));
    await cad.post(fixture('10v_dispatch_note_legacy_string'));
    await cad.post(fixture('11v_dispatch_edit_flat'));
    await cad.post(fixture('08v_unit_status_units_variant'));
    await cad.post(fixture('12v_unit_panic_docs_array'));
    const { units, emergencies, calls } = known(cad);
    expect(units.map(({ id, status, isPanic, isDispatch }) => [id, status, isPanic, isDispatch])).toEqual([
      [40, 2, false, true],
      [12, 3, true, false],
      [34, 2, true, false],
    ]);
    expect(emergencies).toMatchObject([{ callId: 303, metaData: { x: '430.5', postal: '8113' } }]);
    expect(calls.map(({ callId, idents, notes }) => [callId, idents, notes.length])).toEqual([
      [502, [12], 0],
      [501, [12, 34], 2],
    ]);
    await cad.post(event('EVENT_DISPATCH_EDIT', { dispatch: { callId: 502, status: 2 } }));
    expect(known(cad).calls.map(({ callId }) => callId)).toEqual([501]);
    await cad.post(fixture('30v_dispatch_closed_unknown_first'));
    await cad.post(fixture('06v_remove_911_docs_array'));
    await cad.post(fixture('95_envelope_case_insensitive'));
    expect(known(cad)).toMatchObject({ emergencies: [], calls: [] });
    expect(cad.state.units.get(40)).toBeUndefined();
  });

  test('that tells of nobody, of nothing or of something else changes nothing', async () => {
    const cad = await startListened();
    for (const text of [
      event('EVENT_UNIT_LOGOUT', { identId: 9 }),
      event('EVENT_UNIT_LOGIN', { unit: { data: {} } }),
      event('EVENT_UNIT_PANIC', { identIds: [9], isPanic: true }),
      event('EVENT_911', { call: { callId: 'none' } }),
      event('EVENT_DISPATCH_NOTE', { callId: 9, note: 'Nobody reads it' }),
      event('EVENT_TONE', { url: 'https://example.org' }),
      event('EVENT_DISPATCH_NEW', null),
      '"no event"',
    ])
      expect(await cad.post(text)).toMatchObject({ status: 200 });
    expect(known(cad)).toEqual({ units: [], emergencies: [], calls: [] });
  });

  test('comes after those that are on their way', async () => {
    const { url, received } = await listen();
    const { cad } = await start({ eventUrl: url });
    for (let made = 0; made < 5; made += 1) cad.desk.callEmergency();
    await cad.post(fixture('06_remove_911'));
    expect(received.map((one) => (one as { type: string }).type)).toEqual([
      ...Array(5).fill('EVENT_911'),
      'EVENT_REMOVE_911',
    ]);
  });
});

describe('an event that is not taken', () => {
  test('changes nothing', async () => {
    const { cad } = await start({ eventUrl: 'http://127.0.0.1:1/sonorancad/event' });
    expect(await cad.post(fixture('02_unit_login'))).toMatchObject({ status: null });
    expect(known(cad).units).toEqual([]);
  });

  test('without a game server there is nobody to take it', async () => {
    const { cad } = await start();
    expect(await cad.post(fixture('02_unit_login'))).toBeNull();
    expect(known(cad).units).toEqual([]);
  });
});

test('what is forgotten is gone, and nobody is told', async () => {
  const { url, received } = await listen();
  const { cad } = await start({ eventUrl: url });
  playShift(cad);
  await cad.idle();
  const told = received.length;
  cad.forget();
  await cad.idle();
  expect(known(cad)).toEqual({ units: [], emergencies: [], calls: [] });
  expect(cad.state.units.offline()).toEqual([]);
  expect(cad.state.links.account('a1a1')).toBeUndefined();
  expect(received).toHaveLength(told);
});

/** Everything that changes what a CAD keeps. */
function playShift({ desk }: Cad): void {
  const mara = desk.login({ isDispatch: true, data: { unitNum: 'DISP-1' } });
  const iris = desk.login({ data: { unitNum: '2-ADAM-14', communityUserId: 'a1a1' } });
  const tom = desk.login({ data: { unitNum: 'E-61', page: 1 } });
  const left = desk.login({ data: { unitNum: 'M-3' } });
  desk.addToGroup(iris.id, 'TASK FORCE 9');
  desk.addToGroup(tom.id, 'TASK FORCE 9');
  desk.renameGroup('TASK FORCE 9', 'TASK FORCE 10');
  desk.removeFromGroup(tom.id);
  desk.setStatus([iris.id, tom.id], 3);
  desk.setStatus(tom.id, 4);
  desk.panic(tom.id);
  desk.panic([tom.id, iris.id]);
  desk.panic(iris.id, false);
  desk.update(iris.id, { location: 'Sinner St', data: { rank: 'Sergeant' } });
  desk.logout(left.id);
  const taken = desk.callEmergency({
    caller: 'Nora',
    location: 'Sinner St',
    metaData: { x: '1.5', postal: '8112' },
  });
  desk.callEmergency({ caller: 'Web', isEmergency: false });
  const gone = desk.callEmergency({ caller: 'Nobody' });
  desk.removeEmergency(gone.callId);
  const call = desk.createDispatch({ fromEmergency: taken.callId, title: 'Burglary', by: mara.id });
  desk.attach(call.callId, [iris.id, tom.id]);
  desk.detach(call.callId, tom.id);
  desk.note(call.callId, { content: 'Caller on line', label: 'DISP-1' });
  desk.edit(call.callId, { priority: 1, postal: '8113' });
  const over = desk.createDispatch({ title: 'Traffic stop' });
  desk.close(over.callId);
}
