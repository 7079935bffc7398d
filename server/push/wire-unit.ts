// A unit as the CAD writes it: personal fields in `data`, identities under many names.

import * as z from 'zod';
import type { UnitPatch } from '../cad/unit.ts';
import { objectOr } from './definition.ts';
import { isObject } from './envelope.ts';
import { field, flag, id, isAbsent, maybe, text, texts, wholeOrNull } from './fields.ts';

const MAX_IDENTITIES = 20;
const short = () => maybe(text(80));

const position = maybe(
  field('expected coordinates', (value) => {
    if (!isObject(value)) return null;
    const [x, y, z] = [value.x, value.y, value.z].map((part) => (isAbsent(part) ? Number.NaN : Number(part)));
    if (x === undefined || y === undefined || !Number.isFinite(x) || !Number.isFinite(y)) return null;
    return x === 0 && y === 0 ? null : { x, y, z: Number.isFinite(z) ? (z ?? null) : null };
  }),
);

/** The CAD's names of the fields, in the order of their precedence. */
const IDENTITY_FIELDS = ['communityUserIds', 'communityUserId', 'apiIds', 'apiId1', 'apiId2'] as const;

/** Personal fields stand in `data`, or in the unit itself when there is no `data`. */
function flatten(raw: unknown): unknown {
  if (!isObject(raw)) return raw;
  const data = objectOr(raw.data, raw);
  const said = IDENTITY_FIELDS.filter((name) => data[name] !== undefined && data[name] !== null);
  return { ...data, ...raw, identities: said.length > 0 ? said.flatMap((name) => data[name]) : undefined };
}

/** What an event says of a unit. */
export const wireUnit = z.preprocess(
  flatten,
  z
    .object(
      {
        id: id(),
        accId: short(),
        status: maybe(wholeOrNull()),
        isPanic: maybe(flag(false)),
        isDispatch: maybe(flag(false)),
        location: maybe(text(200)),
        coordinates: position,
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
      { error: 'expected an object with the unit' },
    )
    .transform(
      ({ id: ident, accId, coordinates, identities, ...rest }): UnitPatch => ({
        ident,
        ...rest,
        ...(accId !== undefined && { accountId: accId || null }),
        ...(coordinates !== undefined && { position: coordinates }),
        ...(identities !== undefined && { identities: [...new Set(identities)].slice(0, MAX_IDENTITIES) }),
      }),
    ),
);
