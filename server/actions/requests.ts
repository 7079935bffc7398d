// What game clients ask for: checked against who the player is, what they may see, and how often they ask; answered always.

import type { Call } from '../../shared/call.ts';
import {
  ANSWER_EVENT,
  type PlayerRequest,
  REQUEST_EVENT,
  type RequestAnswer,
  type UnitAction,
} from '../../shared/requests.ts';
import type { CadUnit } from '../cad/unit.ts';
import type { ClientBus, Clock } from '../ports.ts';
import type { ActionRules } from './action-rules.ts';
import type { Actions } from './actions.ts';
import { failed, type Outcome } from './outcome.ts';
import { createPace } from './pace.ts';
import { readRequest } from './read-request.ts';

export interface RequestPorts {
  readonly bus: ClientBus;
  readonly clock: Clock;
  readonly actions: Actions;
  readonly isOnDuty: (player: number) => boolean;
  /** The unit of a player, or null. */
  readonly unitOf: (player: number) => CadUnit | null;
  readonly rules: ActionRules;
  /** An open call that the player may see, or null. */
  readonly visibleCall: (player: number, key: string) => Call | null;
  /** A call for help of a player. */
  readonly callForHelp: (
    player: number,
    request: Extract<PlayerRequest, { action: 'call' }>,
  ) => Promise<Outcome>;
  /** A defect of ours. */
  readonly onDefect: (where: string, error: unknown) => void;
}

export interface Requests {
  /** The player has left. */
  forget(player: number): void;
  /** Nobody is answered any more: what is under way ends after the resource has. */
  stop(): void;
}

type Seen = { readonly unit: CadUnit; readonly call: Call };

export function createRequests(ports: RequestPorts): Requests {
  const { bus, clock, actions, isOnDuty, unitOf, rules, visibleCall, callForHelp, onDefect } = ports;
  const pace = createPace(clock);
  /** Actions that are under way, by player. */
  const busy = new Map<number, Set<string>>();
  let isStopped = false;

  /** Finds out whether the player may; of a call that they may not see, they learn nothing. */
  async function withUnit(
    player: number,
    action: UnitAction,
    run: (unit: CadUnit) => Promise<Outcome>,
  ): Promise<Outcome> {
    if (!isOnDuty(player)) return failed('off-duty');
    const unit = unitOf(player);
    if (!unit) return failed('no-unit');
    const refusal = rules.refusal(player, action, null);
    return refusal ? failed(refusal) : run(unit);
  }

  const withCall = (
    player: number,
    { action, key }: { readonly action: UnitAction; readonly key: string },
    run: (seen: Seen) => Promise<Outcome>,
  ) =>
    withUnit(player, action, async (unit) => {
      const call = visibleCall(player, key);
      if (!call) return failed('no-call');
      const refusal = rules.refusal(player, action, call);
      return refusal ? failed(refusal) : run({ unit, call });
    });

  function perform(player: number, request: PlayerRequest): Promise<Outcome> {
    switch (request.action) {
      case 'respond':
        return withCall(player, request, ({ unit, call }) => actions.respond(unit, call));
      case 'detach':
        return withUnit(player, 'detach', actions.detach);
      case 'note':
        return withCall(player, request, ({ unit, call }) => actions.addNote(unit, call, request.text));
      case 'status':
        return withUnit(player, 'status', (unit) => actions.setStatus(unit, request.status));
      case 'panic':
        return withUnit(player, 'panic', (unit) => actions.setPanic(unit, request.isPanic));
      case 'primary':
        return withCall(player, request, ({ unit, call }) => actions.setPrimary(unit, call));
      case 'postal':
        return withCall(player, request, ({ call }) => actions.setPostal(call, request.postal));
      case 'call':
        return callForHelp(player, request);
    }
  }

  function answer(player: number, id: number, outcome: Outcome): void {
    if (isStopped) return;
    const { ok, code } = outcome;
    const reason = outcome.ok || outcome.code !== 'cad' ? undefined : outcome.reason;
    const given: RequestAnswer = { id, ok, ...(code && { code }), ...(reason !== undefined && { reason }) };
    bus.send(ANSWER_EVENT, player, bus.pack([given]));
  }

  /** One action of a kind at a time: pressing a key twice is not asking for two things. */
  async function handle(player: number, id: number, request: PlayerRequest): Promise<void> {
    const actionsOfPlayer = busy.get(player) ?? new Set<string>();
    if (actionsOfPlayer.has(request.action)) return answer(player, id, failed('busy'));
    busy.set(player, actionsOfPlayer.add(request.action));
    try {
      answer(player, id, await perform(player, request));
    } catch (error) {
      onDefect(`doing "${request.action}" for player ${player}`, error);
      answer(player, id, failed('cad', 'Something went wrong on the server; its console says what.'));
    } finally {
      actionsOfPlayer.delete(request.action);
    }
  }

  bus.on(REQUEST_EVENT, (player, givenId, value) => {
    if (!pace.take(player)) {
      const read = readRequest(givenId, value);
      if (read) answer(player, read.id, failed('too-fast'));
      return;
    }
    const read = readRequest(givenId, value);
    if (!read) return;
    if (!read.request) return answer(player, read.id, failed('invalid'));
    void handle(player, read.id, read.request);
  });

  return {
    forget(player) {
      pace.forget(player);
      busy.delete(player);
    },
    stop() {
      isStopped = true;
    },
  };
}
