// The simulated CAD: posts events to the game port as the real one does, and remembers which 911 calls it has open.

import { postEvent } from '../cad/push/post-event.ts';
import { type Incident, incidents } from './incidents.ts';
import type { CadView, Reply } from './views.ts';

/** API key of the demo: the one in the recorded events. */
export const API_KEY = 'TEST-API-KEY-0000';
/** Invented calls are numbered from here, out of the way of the recorded ones. */
const FIRST_CALL = 1001;
const ROUND_METRES = 160;

export interface Cad {
  view(): CadView;
  /** Sends the next invented 911 call. */
  call911(): Promise<Reply>;
  /** Removes the newest open 911 call; null when there is none. */
  remove911(): Promise<Reply | null>;
  /** Forgets its open calls. */
  reset(): void;
  /** Sends a text as it stands; `fixture` is the name of the recorded event that it is. */
  post(body: string, fixture?: string): Promise<Reply>;
}

/** A CAD without open calls. `onChange` is told when `view` gives something else. */
export function createCad(eventUrl: string, onChange: () => void): Cad {
  const open = new Set<number>();
  let sent = 0;
  const next = () => {
    const incident = incidents[sent % incidents.length];
    if (!incident) throw new Error('There are no incidents.');
    return incident;
  };

  async function post(body: string, fixture?: string): Promise<Reply> {
    const answer = await postEvent(eventUrl, body);
    if (answer.status === 200) remember(body);
    return { fixture: fixture ?? null, sent: body, ...answer };
  }

  /** Keeps `open` in line with what was accepted, whoever wrote it. */
  function remember(body: string): void {
    const { type, data } = readEvent(body);
    const isOpened = /^EVENT_911$/i.test(String(type));
    if (!isOpened && !/^EVENT_REMOVE_911$/i.test(String(type))) return;
    for (const id of callIds(data)) {
      open.delete(id);
      if (isOpened) open.add(id);
    }
    onChange();
  }

  return {
    view: () => ({ next: { caller: next().caller, place: next().place }, open: [...open] }),
    post,
    reset() {
      open.clear();
      onChange();
    },
    call911() {
      const { caller, place, description, z, postal, isCivil } = next();
      const { x, y } = placeOf(next(), Math.floor(sent / incidents.length));
      const callId = FIRST_CALL + sent;
      sent += 1;
      onChange();
      const call = {
        callId,
        isEmergency: !isCivil,
        caller,
        location: place,
        description,
        metaData: { x: String(x), y: String(y), z: String(z), postal, silentAlert: 'false' },
        updated: new Date().toISOString(),
      };
      return post(toText('EVENT_911', { call }));
    },
    async remove911() {
      const newest = [...open].at(-1);
      if (newest === undefined) return null;
      // At once, so that pressing twice removes two.
      open.delete(newest);
      const reply = await post(toText('EVENT_REMOVE_911', { callIds: [newest] }));
      if (reply.status !== 200) open.add(newest);
      onChange();
      return reply;
    },
  };
}

/** Where an incident is; when it comes again it is some way off, so that no call hides another. */
function placeOf({ x, y }: Incident, round: number): { x: number; y: number } {
  const apart = ROUND_METRES * Math.sqrt(round);
  const shift = (metres: number) => Math.round(metres * 10) / 10;
  return { x: shift(x + apart * Math.cos(round * 2.4)), y: shift(y + apart * Math.sin(round * 2.4)) };
}

/** An event as the CAD words it. */
function toText(type: string, data: unknown): string {
  return JSON.stringify({ key: API_KEY, type, data }, null, 2);
}

/** The server may read more than this does: what is not understood here is forgotten. */
function readEvent(body: string): { type?: unknown; data?: unknown } {
  try {
    return JSON.parse(body);
  } catch {
    return {};
  }
}

/** Numbers of calls anywhere in the data of a 911 event. */
function callIds(data: unknown): number[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) => {
    if (name === 'callId' || name === 'callIds') return [value].flat().map(Number).filter(Number.isInteger);
    return callIds(value);
  });
}
