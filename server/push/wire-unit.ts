// A unit as the CAD writes it: personal fields in `data`, identities under many names.

import { once } from '../../shared/once.ts';
import type { UnitPatch } from '../cad/unit.ts';
import * as z from '../zod.ts';
import { objectOr } from './definition.ts';
import { isObject } from './envelope.ts';
import { field, flag, id, maybe, readNumber, text, texts, wholeOrNull } from './fields.ts';

const MAX_IDENTITIES = 20;
const short = () => maybe(text(80));

const position = () =>
  maybe(
    field('expected coordinates', (value) => {
      if (!isObject(value)) return null;
      const [x, y, z] = [value.x, value.y, value.z].map(readNumber);
      if (x === undefined || y === undefined || !Number.isFinite(x) || !Number.isFinite(y)) return null;
      return x === 0 && y === 0 ? null : { x, y, z: Number.isFinite(z) ? (z ?? null) : null };
    }),
  );

/** The CAD's names of the identities, in the order of their precedence. */
const IDENTITY_FIELDS = ['communityUserIds', 'communityUserId', 'apiIds', 'apiId1', 'apiId2'] as const;

const said = once(() =>
  z.compiledObject(
    {
      id: id(),
      accId: short(),
      status: maybe(wholeOrNull()),
      isPanic: maybe(flag(false)),
      isDispatch: maybe(flag(false)),
      location: maybe(text(200)),
      coordinates: position(),
      aop: short(),
      unitNum: short(),
      name: short(),
      district: short(),
      department: short(),
      subdivision: short(),
      rank: short(),
      group: short(),
      page: maybe(wholeOrNull()),
      identities: maybe(texts(120)),
    },
    'expected an object with the unit',
  ),
);

/** An unread unit with all of its fields: filling in a copy is much faster than adding them one by one. */
const unread = once(
  (): Readonly<Record<string, unknown>> =>
    Object.fromEntries(Object.keys(said().shape).map((name) => [name, undefined])),
);

/** The identities in `data` and in the unit itself, under all of their names; undefined when neither says any. */
function identitiesIn(data: Record<string, unknown>, raw: Record<string, unknown>): unknown[] | undefined {
  const found: unknown[] = [];
  for (const name of IDENTITY_FIELDS) {
    if (!isMissing(data[name])) found.push(data[name]);
    if (data !== raw && !isMissing(raw[name])) found.push(raw[name]);
  }
  return found.length > 0 ? found.flat() : undefined;
}

const isMissing = (value: unknown) => value === undefined || value === null;

/** Personal fields stand in `data`, or in the unit itself when there is no `data`; its own fields come first. */
function flatten(raw: unknown): unknown {
  if (!isObject(raw)) return raw;
  const data = objectOr(raw.data, raw);
  const flat: Record<string, unknown> = { ...unread() };
  for (const name in flat) flat[name] = raw[name] ?? data[name];
  flat.identities = identitiesIn(data, raw);
  return flat;
}

/** What an event says of a unit. */
export const wireUnit = once(() =>
  z.preprocess(
    flatten,
    z.mapped(
      said(),
      (unit): UnitPatch => ({
        ident: unit.id,
        accountId: unit.accId === undefined ? undefined : unit.accId || null,
        status: unit.status,
        isPanic: unit.isPanic,
        isDispatch: unit.isDispatch,
        unitNum: unit.unitNum,
        name: unit.name,
        district: unit.district,
        department: unit.department,
        subdivision: unit.subdivision,
        rank: unit.rank,
        group: unit.group,
        location: unit.location,
        aop: unit.aop,
        page: unit.page,
        identities: unit.identities && [...new Set(unit.identities)].slice(0, MAX_IDENTITIES),
        position: unit.coordinates,
      }),
    ),
  ),
);
