// What the CAD answers when it is asked for everything: how things stood at one moment, maybe before our last event.

import type { DispatchPatch, Emergency } from './incident.ts';
import type { UnitPatch } from './unit.ts';

/** The calls that are open in the CAD. */
export interface CallPicture {
  readonly dispatches: readonly DispatchPatch[];
  readonly emergencies: readonly Emergency[];
  /** False when some of it could not be read: then nothing is concluded from what is missing. */
  readonly isComplete: boolean;
}

/** The units that are logged in to the CAD. */
export interface UnitPicture {
  readonly units: readonly UnitPatch[];
  /** As with calls. */
  readonly isComplete: boolean;
}

/** Times of a picture, in ms since the epoch. */
export interface PictureTimes {
  /** When it was asked for: what an event told since then is newer than the picture. */
  readonly askedAt: number;
  /** Until then, what the picture lists does not expire. */
  readonly vouchedUntil: number;
}

/** Far above the numbers of a CAD: ids of calls and units that are made up here, to try things out. */
export const FIRST_TRIAL_ID = 990_000_000;

/** Whether a call or unit is made up: no picture lists it, and none has a say in it. */
export const isTrial = (id: number | null) => id !== null && id >= FIRST_TRIAL_ID;

/** Whether a 911 call is one that the CAD did not take, and that is kept here. No picture lists it either. */
export const isKeptHere = (id: number | null) => id !== null && id < 0;

/** Whether the CAD has given that number to a call. */
export const isOfCad = (id: number | null) => id !== null && !isTrial(id) && !isKeptHere(id);
