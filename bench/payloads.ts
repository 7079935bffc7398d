// What the CAD sends, as the fixtures have it, under any number.

import { readFileSync } from 'node:fs';

export const KEY = 'TEST-API-KEY-0000';

/** The envelope of an event. */
export interface Payload {
  readonly key: string;
  readonly type: string;
  readonly data: unknown;
}

const fixture = (name: string) =>
  JSON.parse(readFileSync(new URL(`../test/fixtures/cad/${name}.json`, import.meta.url), 'utf8')).data;
const emergency = fixture('04_911_in_game');
const dispatch = fixture('05_dispatch_new_from_911');
const edit = fixture('11_dispatch_edit');
const login = fixture('02_unit_login');
const update = fixture('09_unit_update');
const note = fixture('10_dispatch_note');

const event = (type: string, data: unknown): Payload => ({ key: KEY, type: `EVENT_${type}`, data });
const linked = (emergencyId: number | undefined) =>
  emergencyId === undefined
    ? { origin911: undefined, createdFromId: undefined }
    : { origin911: emergencyId, createdFromId: String(emergencyId) };

/** One function per kind of event. */
export const payloads = {
  emergency: (callId: number) => event('911', { call: { ...emergency.call, callId } }),
  removeEmergencies: (callIds: readonly number[]) => event('REMOVE_911', { callIds }),
  dispatch: (callId: number, idents: readonly number[], emergencyId?: number) =>
    event('DISPATCH_NEW', {
      ...dispatch,
      dispatch: {
        ...dispatch.dispatch,
        callId,
        idents,
        metaData: { ...dispatch.dispatch.metaData, ...linked(emergencyId) },
      },
    }),
  edit: (callId: number, idents: readonly number[], priority: number) =>
    event('DISPATCH_EDIT', {
      ...edit,
      dispatch: {
        ...edit.dispatch,
        ...{ callId, idents, priority, primary: idents[0] ?? 0 },
        metaData: { ...edit.dispatch.metaData, ...linked(undefined) },
      },
    }),
  close: (callIds: readonly number[]) => event('DISPATCH_CLOSED', { callIds }),
  note: (callId: number, content: string) =>
    event('DISPATCH_NOTE', { callId, note: { ...note.note, content } }),
  attach: (callId: number, idents: readonly number[]) =>
    event('DISPATCH_UNIT_ATTACH', { eventOriginIdent: 40, idents, callId }),
  detach: (callId: number, idents: readonly number[]) =>
    event('DISPATCH_UNIT_DETACH', { eventOriginIdent: 40, idents, callId }),
  login: (ident: number, account: string) =>
    event('UNIT_LOGIN', {
      ...login,
      unit: {
        ...login.unit,
        id: ident,
        data: { ...login.unit.data, unitNum: `2-ADAM-${ident}`, communityUserId: account },
      },
    }),
  logout: (idents: readonly number[]) => event('UNIT_LOGOUT', { identIds: idents }),
  status: (ident: number, status: number) => event('UNIT_STATUS', { identIds: [ident], status }),
  update: (ident: number, account: string, x: number) =>
    event('UNIT_UPDATE', {
      units: update.units.map((unit: typeof login.unit) => ({
        ...unit,
        id: ident,
        data: { ...unit.data, unitNum: `2-ADAM-${ident}`, communityUserId: account },
        coordinates: { x, y: -970.2, z: 30.6, w: 90 },
      })),
    }),
  panic: (idents: readonly number[], isPanic: boolean) => event('UNIT_PANIC', { identIds: idents, isPanic }),
};
