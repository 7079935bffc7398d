// A CAD as simple as can be: it changes by random steps, sends the event of each, and answers what its REST API would.

import { fc } from './properties.ts';

/** What happens in the CAD; `pick` chooses among what is there. */
export interface Step {
  readonly kind: (typeof KINDS)[number];
  readonly pick: number;
  readonly other: number;
  readonly word: string;
}

export interface Push {
  readonly type: string;
  readonly data: Record<string, unknown>;
}

const KINDS = [
  ...(['login', 'logout', 'status', 'panic', 'calm', 'group'] as const),
  ...(['emergency', 'remove', 'dispatch', 'convert', 'edit', 'note', 'attach', 'detach', 'close'] as const),
] as const;

export const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...KINDS),
  pick: fc.nat(20),
  other: fc.nat(5),
  word: fc.constantFrom('red', 'green', 'blue', 'black'),
});

interface Unit {
  readonly id: number;
  status: number;
  isPanic: boolean;
  readonly data: { unitNum: string; group: string; communityUserId: string };
}

interface Call {
  readonly callId: number;
  readonly status: number;
  title: string;
  readonly idents: number[];
  readonly notes: { time: string; label: string; type: string; content: string }[];
  readonly metaData: Record<string, string>;
}

export function createModelCad() {
  const units = new Map<number, Unit>();
  const calls = new Map<number, Call>();
  const emergencies = new Map<number, { readonly callId: number; readonly description: string }>();
  let lastId = 100;

  const choose = <T>(from: Map<number, T>, pick: number) => [...from.values()][pick % Math.max(1, from.size)];

  function open(title: string, metaData: Record<string, string>): Push {
    lastId += 1;
    const call = { callId: lastId, status: 1, title, idents: [], notes: [], metaData };
    calls.set(lastId, call);
    return { type: 'EVENT_DISPATCH_NEW', data: { dispatch: structuredClone(call) } };
  }

  function changeUnit({ kind, pick, other, word }: Step): Push[] {
    const unit = choose(units, pick);
    if (kind === 'login') {
      const login: Unit = {
        id: pick,
        status: other,
        isPanic: false,
        data: { unitNum: `${pick}`, group: '', communityUserId: `p${pick}` },
      };
      units.set(pick, login);
      return [{ type: 'EVENT_UNIT_LOGIN', data: { unit: structuredClone(login), isDispatch: false } }];
    }
    if (!unit) return [];
    const identIds = [unit.id];
    switch (kind) {
      case 'logout':
        units.delete(unit.id);
        return [{ type: 'EVENT_UNIT_LOGOUT', data: { identId: unit.id } }];
      case 'status':
        unit.status = other;
        return [{ type: 'EVENT_UNIT_STATUS', data: { identIds, status: other } }];
      case 'group':
        unit.data.group = word;
        return [{ type: 'EVENT_UNIT_GROUP_ADD', data: { identIds, groupName: word } }];
      default:
        unit.isPanic = kind === 'panic';
        return [{ type: 'EVENT_UNIT_PANIC', data: { identIds, isPanic: unit.isPanic } }];
    }
  }

  function changeEmergency({ kind, pick, word }: Step): Push[] {
    if (kind === 'emergency') {
      lastId += 1;
      const call = { callId: lastId, description: word };
      emergencies.set(lastId, call);
      return [{ type: 'EVENT_911', data: { call } }];
    }
    const emergency = choose(emergencies, pick);
    if (!emergency) return [];
    emergencies.delete(emergency.callId);
    const removed: Push = { type: 'EVENT_REMOVE_911', data: { callIds: [emergency.callId] } };
    return kind === 'convert' ? [open(word, { createdFromId: `${emergency.callId}` }), removed] : [removed];
  }

  function changeCall({ kind, pick, other, word }: Step): Push[] {
    if (kind === 'dispatch') return [open(word, {})];
    const call = choose(calls, pick);
    if (!call) return [];
    const { callId } = call;
    switch (kind) {
      case 'edit':
        call.title = word;
        return [{ type: 'EVENT_DISPATCH_EDIT', data: { dispatch: structuredClone(call) } }];
      case 'note': {
        const note = { time: `12:00:${10 + call.notes.length}`, label: 'x', type: 'text', content: word };
        call.notes.push(note);
        return [{ type: 'EVENT_DISPATCH_NOTE', data: { callId, note } }];
      }
      case 'attach':
        if (!call.idents.includes(other)) call.idents.push(other);
        return [{ type: 'EVENT_DISPATCH_UNIT_ATTACH', data: { callId, ident: other } }];
      case 'detach':
        call.idents.splice(0, call.idents.length, ...call.idents.filter((ident) => ident !== other));
        return [{ type: 'EVENT_DISPATCH_UNIT_DETACH', data: { callId, ident: other } }];
      default:
        calls.delete(callId);
        return [{ type: 'EVENT_DISPATCH_CLOSED', data: { callIds: [callId] } }];
    }
  }

  return {
    /** Does a step and returns the events of it, one after the other. */
    take(next: Step): Push[] {
      if (KINDS.indexOf(next.kind) < KINDS.indexOf('emergency')) return changeUnit(next);
      return ['emergency', 'remove', 'convert'].includes(next.kind)
        ? changeEmergency(next)
        : changeCall(next);
    },
    /** The answers of the REST API at this moment. */
    listUnits: () => JSON.stringify([...units.values()]),
    listCalls: () =>
      JSON.stringify({
        ActiveCalls: [...calls.values()],
        EmergencyCalls: [...emergencies.values()],
        ClosedCalls: [],
      }),
  };
}
