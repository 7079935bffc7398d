// `sonorancad simulate`: events as the CAD would send them, marked as a test, through the real pipeline, and taken away
// again after a while.

import { toConsoleText } from '../../shared/text.ts';
import { FIRST_TRIAL_ID } from '../cad/picture.ts';
import type { Cancel, Clock } from '../ports.ts';

export interface Simulate {
  /** For words typed after `simulate`; returns the lines to show. */
  command(words: readonly string[]): string[];
  /** Takes everything away that is still there. */
  stop(): void;
}

export interface SimulatePorts {
  /** How the command is called. */
  readonly name: string;
  readonly clock: Clock;
  /** Takes an event in as if the CAD had sent it, except that it is not forwarded. False when it is refused. */
  readonly receive: (type: string, data: unknown) => boolean;
  /** Whether a player is on the server. */
  readonly has: (player: number) => boolean;
  readonly onDuty: () => ReadonlySet<number>;
  readonly positionOf: (player: number) => { x: number; y: number; z: number } | null;
  /** Ident of a player's unit, or null. */
  readonly unitOf: (player: number) => number | null;
}

const TEST_IDENT = FIRST_TRIAL_ID;
/** Calls that are over are remembered across restarts: ids begin where none was before. */
const ID_SPAN = 9_000_000;
const STAY_MS = 60_000;
const PANIC_MS = 20_000;
const STEP_MS = 5_000;
/** Mission Row police station: in the middle of the city. */
const USUAL_PLACE = { x: 425.1, y: -979.5, z: 30.7 };
const KINDS = ['911', 'dispatch', 'panic', 'tone', 'story'] as const;
const USAGE = `Usage: simulate ${KINDS.join('|')} [player id]. Everything is marked as a test and goes away by itself.`;

interface Scene {
  readonly place: { readonly x: number; readonly y: number; readonly z: number };
  /** The unit that is attached, or null. */
  readonly ident: number | null;
}

export function createSimulate(ports: SimulatePorts): Simulate {
  const { name, clock, receive, has, onDuty, positionOf, unitOf } = ports;
  /** What is still to be done, and whether it has to be done before we stop. */
  const pending = new Map<Cancel, { readonly run: () => void; readonly isCleanup: boolean }>();
  let nextId = FIRST_TRIAL_ID + 1 + (Math.floor(clock.now() / 1000) % ID_SPAN);

  function later(ms: number, run: () => void, isCleanup: boolean): void {
    const cancel = clock.after(ms, () => {
      pending.delete(cancel);
      run();
    });
    pending.set(cancel, { run, isCleanup });
  }

  function sceneFor(player: number | null): Scene {
    const [first] = onDuty();
    const who = player ?? first ?? null;
    if (who === null) return { place: USUAL_PLACE, ident: null };
    return { place: positionOf(who) ?? USUAL_PLACE, ident: unitOf(who) };
  }

  function facts({ place }: Scene): Record<string, string> {
    const [x, y, z] = [place.x + 80, place.y + 60, place.z].map((part) => part.toFixed(1));
    return { x: x ?? '', y: y ?? '', z: z ?? '', source: 'simulate' };
  }

  function emergency(scene: Scene, stayMs: number): number {
    const callId = nextId++;
    receive('EVENT_911', {
      call: {
        ...{ callId, isEmergency: true, caller: 'TEST caller', location: 'TEST, near you' },
        ...{ description: 'This is a test: sonorancad simulate.', metaData: facts(scene) },
      },
    });
    later(stayMs, () => receive('EVENT_REMOVE_911', { callIds: [callId] }), true);
    return callId;
  }

  function dispatch(scene: Scene, from: number | null, stayMs: number): number {
    const callId = nextId++;
    receive('EVENT_DISPATCH_NEW', {
      dispatch: {
        ...{ callId, origin: 0, status: 1, priority: 2, code: 'TEST', title: 'TEST call' },
        ...{ address: 'TEST, near you', description: 'This is a test: sonorancad simulate.' },
        idents: scene.ident === null ? [] : [scene.ident],
        metaData: { ...facts(scene), ...(from !== null && { createdFromId: String(from) }) },
      },
    });
    later(stayMs, () => receive('EVENT_DISPATCH_CLOSED', { callIds: [callId] }), true);
    return callId;
  }

  /** Of a unit that is made up: nobody is to worry about one that exists, and a real panic is not to end with ours. */
  function panic({ place }: Scene): void {
    const unit = { id: TEST_IDENT, data: { unitNum: 'TEST-1', name: 'TEST', page: 0 }, coordinates: place };
    receive('EVENT_UNIT_LOGIN', { unit });
    receive('EVENT_UNIT_PANIC', { identIds: [TEST_IDENT], isPanic: true });
    const end = () => {
      receive('EVENT_UNIT_PANIC', { identIds: [TEST_IDENT], isPanic: false });
      receive('EVENT_UNIT_LOGOUT', { identId: TEST_IDENT });
    };
    later(PANIC_MS, end, true);
  }

  function story(scene: Scene): void {
    const first = emergency(scene, STAY_MS);
    later(
      STEP_MS,
      () => {
        const callId = dispatch(scene, first, STAY_MS);
        const note = { time: '', label: 'TEST', type: 'text', content: 'TEST note: two suspects' };
        later(STEP_MS, () => receive('EVENT_DISPATCH_NOTE', { callId, note }), false);
        later(3 * STEP_MS, () => receive('EVENT_DISPATCH_CLOSED', { callIds: [callId] }), false);
      },
      false,
    );
  }

  const plays: Readonly<Record<(typeof KINDS)[number], (scene: Scene) => void>> = {
    '911': (scene) => void emergency(scene, STAY_MS),
    dispatch: (scene) => void dispatch(scene, null, STAY_MS),
    panic,
    tone: () => receive('EVENT_TONE', { url: 'test', playTonesTo: [{ type: 0, value: null, label: 'all' }] }),
    story,
  };

  /** Who gets something of it, as far as that can be told. */
  function audience(kind: (typeof KINDS)[number], player: number | null): string {
    const duty = onDuty();
    const count = `On duty: ${duty.size}.`;
    if (duty.size === 0) return `${count} Nobody sees it; ${name} why <player id> says why.`;
    if (player !== null && !duty.has(player)) {
      return `${count} Player ${player} is not, and sees none of it; ${name} why ${player} says why.`;
    }
    const isUnit = (one: number) => unitOf(one) !== null;
    if (kind === 'tone' && ![...duty].some(isUnit)) {
      return `${count} Nobody hears it: tones are for units that are logged in to the CAD.`;
    }
    return count;
  }

  return {
    command([word = '', playerText]) {
      const kind = KINDS.find((name) => name === word.toLowerCase());
      if (!kind) return [USAGE];
      const player = playerText === undefined ? null : Number(playerText);
      if (player !== null && !has(player))
        return [`There is no player ${toConsoleText(playerText ?? '')} on the server.`];
      plays[kind](sceneFor(player));
      return [`A test "${kind}" was sent. ${audience(kind, player)}`];
    },
    stop() {
      const rest = [...pending];
      pending.clear();
      for (const [cancel, { run, isCleanup }] of rest) {
        cancel();
        if (isCleanup) run();
      }
    },
  };
}
