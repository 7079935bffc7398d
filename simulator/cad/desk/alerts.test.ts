import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { toEnvelope } from '../push/envelope.ts';
import type { PushEnvelope } from '../types.ts';
import { type AlertHands, createAlertHands } from './alerts.ts';

// biome-ignore lint/suspicious/noExplicitAny: recorded events are taken apart freely
const recorded = (name: string): any =>
  JSON.parse(readFileSync(path.join('test', 'fixtures', 'cad', `${name}.json`), 'utf8'));

test.each<[string, (alerts: AlertHands, data: ReturnType<typeof recorded>) => void]>([
  ['14_toggle_bodycam_on', (alerts) => alerts.toggleBodycam(12, true)],
  ['15_tone', (alerts, data) => alerts.tone(data.url, data.playTonesTo)],
  ['15v_tone_all_units', (alerts, data) => alerts.tone(data.url)],
  ['16_streetsign', (alerts, data) => alerts.streetSign(data.signData)],
  ['17_station_alert', (alerts, data) => alerts.stationAlert(data)],
  ['18_pager_reborn', (alerts, data) => alerts.pager(data)],
  ['19_record_add', (alerts, data) => alerts.record('ADD', data.record)],
  ['20_record_edit', (alerts, data) => alerts.record('EDIT', data.record)],
  ['21v_record_remove_empty', (alerts) => alerts.record('REMOVE', {})],
  ['25_char_selected', (alerts, data) => alerts.selectCharacter(data.accId, data.id)],
  ['27_new_callout_docs', (alerts, data) => alerts.callout(data.callout)],
  ['28_print_record', (alerts, data) => alerts.printRecord(data.identId, data.url)],
  ['32_get_logs', (alerts) => alerts.requestLogs('481516')],
])('%s is pushed as recorded', (name, act) => {
  const pushed: PushEnvelope[] = [];
  const alerts = createAlertHands((type, data) =>
    pushed.push(toEnvelope('TEST-API-KEY-0000', type, data, 'documented')),
  );
  act(alerts, recorded(name).data);
  expect(pushed).toEqual([recorded(name)]);
});
