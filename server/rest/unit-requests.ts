// Requests about units: who is logged in, their status, panic and place.

import type { UnitPicture } from '../cad/picture.ts';
import { confirmed, createReadUnits } from './answers.ts';
import type { Answer, Caller } from './caller.ts';
import type { InSlices } from './in-slices.ts';
import { createListParser } from './parse-lists.ts';
import { toWireTarget, type UnitLocation, type UnitTarget } from './requests.ts';
import { collectUnits, PAGE_ROWS } from './unit-pages.ts';

export interface UnitRequests {
  /** Everybody who is logged in, dispatchers included. */
  getUnits(): Answer<UnitPicture>;
  /** `status` is an index into the community's statuses. */
  setStatus(target: UnitTarget, status: number): Answer<null>;
  setPanic(target: UnitTarget, isPanic: boolean): Answer<null>;
  updateUnitLocations(updates: readonly UnitLocation[]): Answer<null>;
}

export function createUnitRequests({ emergency }: Caller, inSlices: InSlices): UnitRequests {
  const lists = { parse: createListParser(inSlices), read: createReadUnits(inSlices) };
  return {
    getUnits: () =>
      collectUnits((offset) => {
        const page = `includeOffline=false&onlyUnits=false&limit=${PAGE_ROWS}&offset=${offset}`;
        return emergency('getUnits', `/units?${page}`, lists);
      }),
    setStatus: (target, status) =>
      emergency('setStatus', '/units/status', {
        body: { ...toWireTarget(target), status },
        read: confirmed,
      }),
    setPanic: (target, isPanic) =>
      emergency('setPanic', '/units/panic', {
        body: { ...toWireTarget(target), isPanic },
        read: confirmed,
      }),
    updateUnitLocations: (updates) =>
      emergency('updateUnitLocations', '/unit-locations', { body: { updates }, read: confirmed }),
  };
}
