// Units: on duty in the CAD, their status, their particulars, and panic.

import { once } from '../../../shared/once.ts';
import * as z from '../../zod.ts';
import { definePush, type PushDocumentation } from '../definition.ts';
import { isObject } from '../envelope.ts';
import {
  anyIdsUnder,
  at,
  atMost,
  flag,
  idsOfObjects,
  idsUnder,
  isAbsent,
  listOf,
  maybe,
  together,
  wholeOrNull,
} from '../fields.ts';
import { wireUnit } from '../wire-unit.ts';

const unitFields =
  'a unit; what was not sent is missing: `ident`, `accountId`, `status`, `isPanic`, `isDispatch`, `location`, `position`, `aop`, `unitNum`, `name`, `district`, `department`, `subdivision`, `rank`, `group`, `page`, `identities`';

/** One unit or several, with the flag that logins carry beside them. */
const logins = once(() =>
  z.preprocess(
    (raw) => {
      if (!isObject(raw)) return raw;
      const units = raw.unit === undefined || raw.unit === null ? raw.units : raw.unit;
      return { ...raw, units: units ?? [null] };
    },
    z.mapped(
      z.compiledObject({
        units: z.preprocess((value) => [value].flat(), z.array(wireUnit()).check(atMost())),
        isDispatch: maybe(flag(false)),
        selfDispatch: flag(false),
      }),
      ({ units, isDispatch, selfDispatch }) => ({
        units: units.map((unit) => (isDispatch === undefined ? unit : { ...unit, isDispatch })),
        selfDispatch,
      }),
    ),
  ),
);

export const unitLogin = definePush({
  type: 'EVENT_UNIT_LOGIN',
  schema: logins,
  apply: (store, { units }) => units.flatMap((unit) => store.units.login(unit)),
});

export const unitLoginDocs: PushDocumentation = {
  summary: 'A unit logged in to the CAD.',
  fields: { units: unitFields, selfDispatch: 'whether the unit dispatches itself' },
  variants: [
    'several units in `units`',
    '`isDispatch` in the unit or beside it',
    'personal fields in the unit instead of in `unit.data`',
  ],
  effect: 'The unit is known; its player, found by any of its identities, is on duty by the source `cad`.',
  raises: ['sonorancad:unitLogin', 'sonorancad:unitStatus', 'sonorancad:dutyChanged'],
  fixtures: [
    '02_unit_login',
    '01_unit_login_dispatcher',
    '02v_unit_login_data_array',
    '03_unit_login_apiids_only',
  ],
};

export const unitLogout = definePush({
  type: 'EVENT_UNIT_LOGOUT',
  schema: () =>
    z.preprocess(
      idsOfObjects('units'),
      z.mapped(idsUnder('identId', 'identIds', 'ident', 'idents', 'units'), (idents) => ({ idents })),
    ),
  apply: (store, { idents }) => store.units.logout(idents),
});

export const unitLogoutDocs: PushDocumentation = {
  summary: 'Units logged out of the CAD.',
  fields: { idents: 'idents of the units' },
  variants: ['`identId`, `identIds` or `ident`, one or several', 'whole units in `units`'],
  effect: 'The units are forgotten, and their panics are over.',
  raises: ['sonorancad:unitLogout', 'sonorancad:dutyChanged'],
  fixtures: ['31_unit_logout', '31v_unit_logout_docs_array', '95_envelope_case_insensitive'],
};

const IDENT_FIELDS = ['identIds', 'identId', 'ident', 'idents'] as const;

/** By ids with a status, or as whole units that carry theirs. */
const status = once(() =>
  z.mapped(
    together({
      idents: anyIdsUnder(...IDENT_FIELDS),
      status: at('status', wholeOrNull()),
      units: at('units', listOf(wireUnit())),
      isSaid: z.mapped(
        z.unknown(),
        (raw) => isObject(raw) && ['units', ...IDENT_FIELDS].some((name) => name in raw),
      ),
    }).check(
      z.refine(({ isSaid }) => isSaid, { path: ['identIds'], error: 'expected a list of whole numbers' }),
      z.refine(({ idents, status: value }) => idents.length === 0 || value !== null, {
        path: ['status'],
        error: 'expected a whole number',
      }),
    ),
    ({ isSaid: _, ...rest }) => rest,
  ),
);

export const unitStatus = definePush({
  type: 'EVENT_UNIT_STATUS',
  schema: status,
  apply: (store, { idents, status: value, units }) => [
    ...(value === null ? [] : store.units.setStatus(idents, value)),
    ...store.units.update(units),
  ],
});

export const unitStatusDocs: PushDocumentation = {
  summary: 'Units have another status.',
  fields: {
    idents: 'idents of the units',
    status: 'index of the status, or null',
    units: unitFields,
  },
  variants: ['`identIds` as one number or a list', 'whole units in `units` instead of ids'],
  effect: 'The units have the status; the calls they are attached to show it.',
  raises: ['sonorancad:unitStatus'],
  fixtures: ['08_unit_status', '08v_unit_status_docs_array_number', '08v_unit_status_units_variant'],
};

export const unitUpdate = definePush({
  type: 'EVENT_UNIT_UPDATE',
  schema: () =>
    z.preprocess(
      // Elements without an id say nothing about anybody.
      (raw) => {
        const units = isObject(raw) ? (raw.units ?? raw.unit ?? undefined) : undefined;
        const known = [units].flat().filter((unit) => isObject(unit) && !isAbsent(unit.id));
        return units === undefined ? {} : { units: known };
      },
      z.compiledObject({ units: z.array(wireUnit(), { error: 'expected a list of units' }).check(atMost()) }),
    ),
  apply: (store, { units }) => store.units.update(units),
});

export const unitUpdateDocs: PushDocumentation = {
  summary: 'Particulars of units changed.',
  fields: { units: unitFields },
  variants: ['one unit in `unit`'],
  effect: 'Changes what was sent and leaves the rest. Units that are not known are added.',
  raises: ['sonorancad:unitStatus', 'sonorancad:unitPanic', 'sonorancad:unitLogin'],
  fixtures: ['09_unit_update'],
};

export const unitPanic = definePush({
  type: 'EVENT_UNIT_PANIC',
  schema: () => together({ idents: idsUnder(...IDENT_FIELDS), isPanic: at('isPanic', flag(true)) }),
  apply: (store, { idents, isPanic }) => store.units.setPanic(idents, isPanic),
});

export const unitPanicDocs: PushDocumentation = {
  summary: 'Units pressed the panic button, or their panic is over.',
  fields: { idents: 'idents of the units', isPanic: 'true when not said' },
  variants: ['`identIds` or `identId`, one or several'],
  effect:
    'Everybody on duty is alerted, whatever the rules say; the blip follows the unit. Also for units that are not known. Said again while the panic is shown it changes nothing, later (`units.panicSeconds`) it is a new panic.',
  raises: ['sonorancad:unitPanic'],
  fixtures: ['12_unit_panic_on', '12v_unit_panic_docs_array', '13_unit_panic_off'],
};
