// Asks the server to do something for the player, and waits for the answer.

import {
  ANSWER_EVENT,
  OUTCOME_CODES,
  type PlayerRequest,
  REQUEST_EVENT,
  type RequestAnswer,
} from '../shared/requests.ts';
import type { Cancel, Clock, ServerBus } from './ports.ts';

export interface Requests {
  /** `onAnswer` runs exactly once: with the answer, or with a failure when none comes in time. */
  ask(request: PlayerRequest, onAnswer: (answer: RequestAnswer) => void): void;
  /** Lets go of everything that is still waited for. */
  stop(): void;
}

/** The server waits for the CAD, which may take its time. */
const TIMEOUT_MS = 30_000;

export function createRequests(server: ServerBus, clock: Clock): Requests {
  const waiting = new Map<
    number,
    { readonly cancel: Cancel; readonly run: (answer: RequestAnswer) => void }
  >();
  let nextId = 1;

  function settle(answer: RequestAnswer): void {
    const waited = waiting.get(answer.id);
    waiting.delete(answer.id);
    waited?.cancel();
    waited?.run(answer);
  }

  server.on(ANSWER_EVENT, (value) => {
    const answer = readAnswer(value);
    if (answer) settle(answer);
  });

  return {
    ask(request, onAnswer) {
      const id = nextId++;
      const cancel = clock.after(TIMEOUT_MS, () => settle({ id, ok: false, code: 'cad', reason: '' }));
      waiting.set(id, { cancel, run: onAnswer });
      server.emit(REQUEST_EVENT, id, request);
    },
    stop() {
      for (const { cancel } of waiting.values()) cancel();
      waiting.clear();
    },
  };
}

function readAnswer(value: unknown): RequestAnswer | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id, ok, code, reason } = value as Record<string, unknown>;
  if (typeof id !== 'number' || typeof ok !== 'boolean') return null;
  const known = OUTCOME_CODES.find((name) => name === code);
  return { id, ok, ...(known && { code: known }), ...(typeof reason === 'string' && { reason }) };
}
