// The CAD of the demo: the simulated one, with invented callers and the recorded events.

import type { Cad } from '../index.ts';
import { readAccounts } from './accounts.ts';
import { describeCad } from './describe-cad.ts';
import type { Fixture } from './fixtures.ts';
import type { Hand } from './hands.ts';
import { type Incident, incidents } from './incidents.ts';
import type { CadView, Reply } from './views.ts';

/** Invented calls and units are numbered from here, out of the way of the recorded ones. */
export const FIRST_IDS = { unit: 101, emergency: 1001, dispatch: 2001 } as const;
const ROUND_METRES = 160;
const MAX_TITLE = 60;

export interface DemoCad {
  view(): CadView;
  /** Somebody invented calls 911. */
  call911(): void;
  /** Removes the newest open 911 call, if there is one. */
  remove911(): void;
  /** Whether the API answers, or gives errors only. */
  setApi(isUp: boolean): void;
  /** Does what a dispatcher does. Throws, and says why, when that cannot be done. */
  act(hand: Hand): Promise<void>;
  /** Forgets everything; the API answers. */
  reset(): void;
  /** Sends a text as it stands, in place of the CAD. */
  post(text: string): Promise<Reply>;
  /** Sends a recorded event; null when there is none of that name. */
  postFixture(name: string): Promise<Reply | null>;
}

/** `onChange` is told when `view` gives something else because of what was done here. */
export function createDemoCad(options: {
  readonly cad: Cad;
  readonly fixtures: readonly Fixture[];
  readonly onChange: () => void;
}): DemoCad {
  const { cad, fixtures, onChange } = options;
  const { desk, state } = cad;
  const accounts = readAccounts(fixtures);
  let sent = 0;
  let isApiUp = true;
  const next = () => {
    const incident = incidents[sent % incidents.length];
    if (!incident) throw new Error('There are no incidents.');
    return incident;
  };

  async function post(text: string, fixture: string | null = null): Promise<Reply> {
    const answer = await cad.post(text);
    if (!answer) throw new Error('The CAD knows no game server.');
    onChange();
    return { fixture, sent: text, ...answer };
  }

  async function postFixture(name: string): Promise<Reply | null> {
    const fixture = fixtures.find((one) => one.name === name);
    return fixture ? post(fixture.text, fixture.name) : null;
  }

  function setApi(isUp: boolean): void {
    isApiUp = isUp;
    cad.recover();
    if (!isUp) cad.fail({ status: 503, times: Number.POSITIVE_INFINITY });
    onChange();
  }

  async function shift(player: number, isOn: boolean): Promise<void> {
    const account = accounts.find((one) => one.player === player);
    if (!account) throw new Error(`Player ${player} has no account in the CAD.`);
    if (isOn) await postFixture(account.login);
    else desk.logout(account.ident);
  }

  function dispatch(callId: number): void {
    const title = toTitle(state.calls.emergency(callId)?.description ?? '');
    desk.createDispatch({ fromEmergency: callId, title, priority: 2 });
  }

  function note(callId: number, content: string): void {
    const label = state.units.online().find(({ isDispatch }) => isDispatch)?.data.unitNum;
    desk.note(callId, { content, label: label ?? 'Dispatch' });
  }

  async function act(hand: Hand): Promise<void> {
    switch (hand.act) {
      case 'shift':
        return shift(hand.player, hand.isOn);
      case 'status':
        return desk.setStatus(hand.unit, hand.status);
      case 'panic':
        return desk.panic(hand.unit, hand.isOn);
      case 'dispatch':
        return dispatch(hand.call);
      case 'remove':
        return desk.removeEmergency(hand.call);
      case 'attach':
        desk[hand.isOn ? 'attach' : 'detach'](hand.call, hand.unit);
        return;
      case 'note':
        return note(hand.call, hand.text);
      case 'priority':
        desk.edit(hand.call, { priority: hand.priority });
        return;
      case 'close':
        return desk.close(hand.call);
    }
  }

  return {
    view: () => ({
      next: { caller: next().caller, place: next().place },
      isApiUp,
      ...describeCad(cad, accounts),
    }),
    setApi,
    post: (text) => post(text),
    postFixture,
    async act(hand) {
      await act(hand);
      onChange();
    },
    reset() {
      cad.forget();
      setApi(true);
    },
    call911() {
      const { caller, place, description, z, postal, isCivil } = next();
      const { x, y } = placeOf(next(), Math.floor(sent / incidents.length));
      sent += 1;
      desk.callEmergency({
        isEmergency: !isCivil,
        caller,
        location: place,
        description,
        metaData: { x: String(x), y: String(y), z: String(z), postal, silentAlert: 'false' },
      });
      onChange();
    },
    remove911() {
      const newest = state.calls.emergencies().at(-1);
      if (newest) desk.removeEmergency(newest.callId);
      onChange();
    },
  };
}

/** What a dispatcher makes of what a caller says: its first words. */
function toTitle(description: string): string {
  const [words = ''] = description.split(/[,.;:]/);
  return words.length > MAX_TITLE ? `${words.slice(0, MAX_TITLE - 1).trimEnd()}…` : words.trim();
}

/** Where an incident is; when it comes again it is some way off, so that no call hides another. */
function placeOf({ x, y }: Incident, round: number): { x: number; y: number } {
  const apart = ROUND_METRES * Math.sqrt(round);
  const shift = (metres: number) => Math.round(metres * 10) / 10;
  return { x: shift(x + apart * Math.cos(round * 2.4)), y: shift(y + apart * Math.sin(round * 2.4)) };
}
