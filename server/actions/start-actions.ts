// Puts actions together: what players ask for by key and command, and their calls for help.

import type { Call } from '../../shared/call.ts';
import type { Change } from '../cad/changes.ts';
import type { Store } from '../cad/store.ts';
import type { CadUnit } from '../cad/unit.ts';
import { nodeCrypto } from '../node-modules.ts';
import type { Audience } from '../players/audience.ts';
import type { ClientBus, Clock, Players } from '../ports.ts';
import { createActionRules } from './action-rules.ts';
import { type Actions, createActions } from './actions.ts';
import type { ActionsConfig } from './actions-config.ts';
import type { CadPort } from './cad-port.ts';
import type { EmergencyConfig } from './emergency-config.ts';
import { createFinishAnswers } from './finish-answers.ts';
import { createHelpCalls } from './help-calls.ts';
import { createKeptCalls } from './kept-calls.ts';
import { createRequests } from './requests.ts';

export interface StartedActions {
  readonly actions: Actions;
  /** Makes up for what did not get through to the CAD. To be called when it has just listed what it has. Never rejects. */
  catchUp(): Promise<void>;
  /** The player has left. */
  forget(player: number): void;
  /** Nobody is answered any more. */
  stop(): void;
}

export function startActions(ports: {
  readonly cad: CadPort;
  readonly store: Store;
  readonly bus: ClientBus;
  readonly clock: Clock;
  readonly players: Pick<Players, 'name' | 'position' | 'identifiers' | 'isAceAllowed'>;
  readonly audience: Pick<Audience, 'onDuty' | 'viewers'>;
  /** The unit of a player, or null. */
  readonly unitOf: (player: number) => CadUnit | null;
  readonly characterName: (player: number) => string | null;
  readonly nearestPostal: (x: number, y: number) => string | null;
  readonly emergency: () => EmergencyConfig;
  readonly rules: () => ActionsConfig;
  /** Adds the place of a call that carries no coordinates. */
  readonly locate: (call: Call) => Call;
  readonly statusLabels: () => readonly string[];
  /** Tells everybody about changes of the store. */
  readonly publish: (changes: readonly Change[]) => void;
  /** Compares calls with the CAD soon. */
  readonly lookAgain: () => void;
  readonly onDefect: (where: string, error: unknown) => void;
}): StartedActions {
  const { cad, store, bus, clock, players, audience, unitOf, publish, onDefect } = ports;
  const newId = () => nodeCrypto().randomUUID();
  const keptCalls = createKeptCalls({ cad, store, publish, newId });
  const actions = createActions({
    ...{ cad, clock, store, keptCalls, publish, lookAgain: ports.lookAgain },
    statusLabels: ports.statusLabels,
  });
  const helpCalls = createHelpCalls({
    ...{ actions, clock, players, settings: ports.emergency, newId },
    ...{ characterName: ports.characterName, nearestPostal: ports.nearestPostal },
  });

  const finishAnswers = createFinishAnswers({ cad, store, publish });

  function visibleCall(player: number, key: string): Call | null {
    const call = store.incidents.findCall(key);
    return call && audience.viewers(call).has(player) ? call : null;
  }

  const requests = createRequests({
    ...{ bus, clock, actions, unitOf, visibleCall, onDefect },
    isOnDuty: (player) => audience.onDuty().has(player),
    callForHelp: helpCalls.call,
    rules: createActionRules({ settings: ports.rules, players, locate: ports.locate }),
  });

  return {
    actions,
    async catchUp() {
      await finishAnswers();
      await keptCalls.handIn();
    },
    forget(player) {
      requests.forget(player);
      helpCalls.forget(player);
    },
    stop: requests.stop,
  };
}
