// What units and other resources can do in the CAD. As our own requests are not pushed back to us, what the CAD answers is
// put into the store here. Nothing rejects.

import type { Call } from '../../shared/call.ts';
import { cleanText } from '../../shared/text.ts';
import { unitLabel } from '../../shared/unit.ts';
import type { Change } from '../cad/changes.ts';
import type { DispatchPatch } from '../cad/incident.ts';
import type { Store } from '../cad/store.ts';
import type { CadUnit } from '../cad/unit.ts';
import type { Clock } from '../ports.ts';
import type { DispatchDraft } from '../rest/requests.ts';
import type { CadPort } from './cad-port.ts';
import { fromCad, isDecided } from './from-cad.ts';
import type { KeptCalls } from './kept-calls.ts';
import { failed, type Outcome } from './outcome.ts';
import { createRespond } from './respond.ts';

export interface Actions {
  respond(unit: CadUnit, call: Call): Promise<Outcome>;
  /** Takes the unit off whatever call it is attached to. */
  detach(unit: CadUnit): Promise<Outcome>;
  addNote(unit: CadUnit | null, call: Call, text: string): Promise<Outcome>;
  /** By index, or by its label. */
  setStatus(unit: CadUnit, status: number | string): Promise<Outcome<{ status: number }>>;
  setPanic(unit: CadUnit, isPanic: boolean): Promise<Outcome>;
  /** The unit, which is attached to the call, becomes its first one. */
  setPrimary(unit: CadUnit, call: Call): Promise<Outcome>;
  setPostal(call: Call, postal: string): Promise<Outcome>;
  createEmergencyCall: KeptCalls['create'];
  createDispatchCall(draft: DispatchDraft): Promise<Outcome<{ key: string; callId: number }>>;
}

const MAX_NOTE = 1000;
const MAX_POSTAL = 20;
/** A panic that the CAD has not answered by then is raised here without it. */
const PANIC_WAIT_MS = 1000;

export interface ActionPorts {
  readonly cad: CadPort;
  readonly clock: Pick<Clock, 'after'>;
  readonly store: Store;
  readonly keptCalls: Pick<KeptCalls, 'create'>;
  readonly statusLabels: () => readonly string[];
  /** Tells everybody about changes of the store. */
  readonly publish: (changes: readonly Change[]) => void;
  /** Compares calls with the CAD soon. */
  readonly lookAgain: () => void;
}

export function createActions(ports: ActionPorts): Actions {
  const { cad, clock, store, keptCalls, statusLabels, publish, lookAgain } = ports;
  const { incidents, units } = store;
  return {
    respond: createRespond({ cad, store, publish, lookAgain }),
    async detach(unit) {
      if (incidents.callsOf(unit.ident).length === 0) return failed('not-attached');
      const answer = await cad.detachUnits({ idents: [unit.ident] });
      if (!answer.ok) return fromCad(answer);
      publish(incidents.clear([unit.ident]));
      return { ok: true };
    },
    async addNote(unit, call, text) {
      const content = cleanText(text, MAX_NOTE);
      if (content === '') return failed('empty');
      if (call.dispatchId === null) return failed('no-dispatch-call');
      const answer = await cad.addNote(call.dispatchId, content, unit ? unitLabel(unit) : '');
      if (!answer.ok) return fromCad(answer);
      publish(incidents.addNote(call.dispatchId, answer.value));
      return { ok: true };
    },
    async setStatus(unit, wanted) {
      const status = toStatus(wanted, statusLabels());
      if (status === null) return failed('no-status');
      const answer = await cad.setStatus({ idents: [unit.ident] }, status);
      if (!answer.ok) return fromCad(answer);
      publish(units.setStatus([unit.ident], status));
      return { ok: true, status };
    },
    async setPanic(unit, isPanic) {
      const idents = [unit.ident];
      let isTold = false;
      const tell = () => {
        isTold = true;
        publish(units.setPanic(idents, isPanic));
      };
      // Without the CAD the alarm is still raised here: nobody's panic waits for a web server.
      const cancel = isPanic ? clock.after(PANIC_WAIT_MS, tell) : null;
      const answer = await cad.setPanic({ idents }, isPanic);
      cancel?.();
      if (!answer.ok && isDecided(answer)) {
        if (isTold && answer.code === 'refused') publish(units.setPanic(idents, false));
        return fromCad(answer);
      }
      if (!isTold) tell();
      return answer.ok ? { ok: true } : { ok: true, code: 'local' };
    },
    async setPrimary(unit, { dispatchId, idents, trackPrimary }) {
      if (dispatchId === null) return failed('no-dispatch-call');
      if (!idents.includes(unit.ident)) return failed('not-attached');
      const answer = await cad.setPrimary(dispatchId, unit.ident, trackPrimary);
      if (!answer.ok) return fromCad(answer);
      publish(incidents.putDispatch({ ...toPatch(dispatchId, answer.value), primary: unit.ident }, 'edit'));
      return { ok: true };
    },
    async setPostal({ dispatchId }, wanted) {
      const postal = cleanText(wanted, MAX_POSTAL);
      if (postal === '') return failed('empty');
      if (dispatchId === null) return failed('no-dispatch-call');
      const answer = await cad.setPostal(dispatchId, postal);
      if (!answer.ok) return fromCad(answer);
      publish(incidents.putDispatch({ ...toPatch(dispatchId, answer.value), postal }, 'edit'));
      return { ok: true };
    },
    createEmergencyCall: keptCalls.create,
    async createDispatchCall(draft) {
      const answer = await cad.createDispatchCall(draft);
      if (!answer.ok) return fromCad(answer);
      const { callId } = answer.value;
      publish(incidents.putDispatch(answer.value, 'new'));
      return { ok: true, key: incidents.findCall(callId)?.key ?? `dispatch:${callId}`, callId };
    },
  };
}

/** What the CAD says of a call that was changed, which may be nothing. */
const toPatch = (callId: number, answer: DispatchPatch | null): DispatchPatch => ({
  ...(answer ?? { idents: undefined, notes: [], updated: null }),
  callId,
});

/** An index, the text of one, or a label: whole, or its beginning when only one begins like that. */
export function toStatus(wanted: number | string, labels: readonly string[]): number | null {
  if (typeof wanted === 'number') return Number.isInteger(wanted) && wanted >= 0 ? wanted : null;
  const text = fold(wanted);
  if (text === '') return null;
  if (/^\d{1,3}$/.test(text)) return Number(text);
  const folded = labels.map(fold);
  const whole = folded.indexOf(text);
  if (whole >= 0) return whole;
  const matches = [...folded.keys()].filter((index) => folded[index]?.startsWith(text));
  return matches.length === 1 ? (matches[0] ?? null) : null;
}

/** Labels are written with `_`, `-` or blanks; people type any of them. */
const fold = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
