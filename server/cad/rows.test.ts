import { describe, expect, test } from '@jest/globals';
import { makeUnit } from '../../test/support/units.ts';
import { type Incident, unbornIncident } from './incident.ts';
import { incidentRows, unitRows } from './rows.ts';

const emergency = {
  ...{ callId: 302, isEmergency: true, caller: 'Nora Fields', location: 'Sinner St' },
  ...{ description: 'A break-in', metaData: { x: '1' }, updated: null },
};
const dispatch = {
  ...{ origin: 0, status: null, priority: 'Code 3', block: '', address: 'Sinner St', postal: '8112' },
  ...{ title: 'Burglary', code: '', description: '', primary: 12, trackPrimary: false },
  ...{ metaData: {}, updated: 1000 },
};
const incident: Incident = {
  ...unbornIncident('911:302', 1000),
  ...{ emergencyId: 302, dispatchId: 501, emergency, dispatch, idents: [12, -1] },
  notes: [{ time: '16:03:02', label: 'DISP-1', type: 'text', content: 'Caller on line' }],
};
const unit = makeUnit({ position: { x: 1, y: 2, z: null } });

type Path = readonly [string, ...string[]];

/** A row with another value in one place; undefined takes the field out. */
function tampered(row: string, [first, ...rest]: Path, value: unknown): string {
  const root = JSON.parse(row);
  let at = root.value;
  let name = first;
  for (const next of rest) {
    at = at[name];
    name = next;
  }
  if (value === undefined) delete at[name];
  else at[name] = value;
  return JSON.stringify(root);
}

describe('an incident', () => {
  const key = 'call:911:302';
  const row = incidentRows.write(incident);

  test('is read as it was written', () => {
    expect(incidentRows.read(key, row)).toEqual(incident);
    const blank = unbornIncident('dispatch:7', 5);
    expect(incidentRows.read('call:dispatch:7', incidentRows.write(blank))).toEqual(blank);
  });

  test.each<[string, Path, unknown]>([
    ['without its key', ['key'], undefined],
    ['with a number as its key', ['key'], 302],
    ['with a fraction as its number', ['dispatchId'], 1.5],
    ['with a text as its 911 call', ['emergency'], 'x'],
    ['with a list as its dispatch call', ['dispatch'], []],
    ['with a caller that is none', ['emergency', 'caller'], null],
    ['with a fact that is no text', ['emergency', 'metaData', 'x'], 1],
    ['with facts that are a list', ['dispatch', 'metaData'], []],
    ['with a priority that is a flag', ['dispatch', 'priority'], true],
    ['with units that are texts', ['idents', '0'], '12'],
    ['with units that are an object', ['idents'], {}],
    ['with a note that says nothing', ['notes', '0', 'content'], undefined],
    ['with a time that is none', ['openedAt'], '1000'],
    ['with a flag that is a number', ['isGivenUp'], 0],
  ])('%s is not read', (_, path, value) => {
    expect(incidentRows.read(key, tampered(row, path, value))).toBeNull();
  });
});

describe('a unit', () => {
  const key = `unit:${unit.ident}`;
  const row = unitRows.write(unit);

  test('is read as it was written', () => {
    expect(unitRows.read(key, row)).toEqual(unit);
    const nowhere = { ...unit, position: null };
    expect(unitRows.read(key, unitRows.write(nowhere))).toEqual(nowhere);
  });

  test.each<[string, Path, unknown]>([
    ['without its number', ['ident'], undefined],
    ['with a page that is a text', ['page'], '0'],
    ['with a name that is null', ['name'], null],
    ['with an identity that is a number', ['identities', '0'], 1],
    ['with half a position', ['position', 'y'], undefined],
    ['with a position that is a list', ['position'], [1, 2]],
    ['without the time of its login', ['loggedInAt'], null],
  ])('%s is not read', (_, path, value) => {
    expect(unitRows.read(key, tampered(row, path, value))).toBeNull();
  });
});

test.each<[string, string, string]>([
  ['of another version', 'unit:12', unitRows.write(makeUnit({ ident: 12 })).replace('"v":3', '"v":2')],
  ['under the key of another', 'unit:13', unitRows.write(makeUnit({ ident: 12 }))],
  ['of another kind', 'unit:911:302', incidentRows.write(incident)],
  ['cut short', 'unit:12', unitRows.write(makeUnit({ ident: 12 })).slice(0, -1)],
  ['that is null', 'unit:12', 'null'],
  ['that is a number', 'unit:12', '3'],
])('a row %s is not read', (_, key, row) => {
  expect(unitRows.read(key, row)).toBeNull();
});
