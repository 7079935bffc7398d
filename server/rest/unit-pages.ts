// All units, page by page: the CAD hands out a hundred at a time, and units come and go between two pages.

import type { UnitPicture } from '../cad/picture.ts';
import type { UnitPatch } from '../cad/unit.ts';
import type { RestResult } from './failure.ts';

export interface UnitPage {
  readonly units: readonly UnitPatch[];
  /** Units on the page, readable or not. */
  readonly rows: number;
  readonly skipped: number;
}

/** The documented default of the CAD; more is not promised. */
export const PAGE_ROWS = 100;
/** Pages overlap: when fewer units than this leave meanwhile, none slips through between two pages. */
const OVERLAP = 10;
const MAX_PAGES = 20;

/** Asks for pages until one is not full. A failed page fails the whole. */
export async function collectUnits(
  askPage: (offset: number) => Promise<RestResult<UnitPage>>,
): Promise<RestResult<UnitPicture>> {
  const units = new Map<number, UnitPatch>();
  let isComplete = true;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const asked = await askPage(page * (PAGE_ROWS - OVERLAP));
    if (!asked.ok) return asked;
    const { units: found, rows, skipped } = asked.value;
    const isJoined = page === 0 || found.some(({ ident }) => units.has(ident));
    if (skipped > 0 || !isJoined) isComplete = false;
    for (const unit of found) units.set(unit.ident, unit);
    if (rows < PAGE_ROWS) return { ok: true, value: { units: [...units.values()], isComplete } };
  }
  return { ok: true, value: { units: [...units.values()], isComplete: false } };
}
