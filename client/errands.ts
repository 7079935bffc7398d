// What the player asks for in the list besides answering a call: notes and statuses, and what has become of them.

import type { Translate } from '../shared/locale.ts';
import type { PlayerRequest, RequestAnswer } from '../shared/requests.ts';
import type { Response } from '../shared/screen.ts';
import type { Requests } from './requests.ts';
import { wordAnswer } from './responses.ts';

export interface Errands {
  /** Writes a note on a call. While one is under way it does nothing; so does a status. */
  note(key: string, text: string): void;
  /** Gives the player's unit the status with that index. */
  status(index: number): void;
  /** What has become of the last note on that call. */
  noteOn(key: string): Response;
  lastStatus(): Response;
  /** Nothing of it is on the screen any more: what is still under way is told when it is known. */
  forget(): void;
}

const NONE: Response = { state: 'none' };
const STATUS = 'status';
const noteOn = (key: string) => `note ${key}`;

export function createErrands(ports: {
  readonly requests: Pick<Requests, 'ask'>;
  readonly translate: Translate;
  /** Tells the player what came of a request, away from the list. */
  readonly tell: (answer: RequestAnswer) => void;
  /** The list shows something else now. */
  readonly onChange: () => void;
}): Errands {
  const { requests, translate, tell, onChange } = ports;
  const responses = new Map<string, Response>();
  const of = (name: string) => responses.get(name) ?? NONE;

  function ask(name: string, request: PlayerRequest): void {
    if (of(name).state === 'pending') return;
    const pending: Response = { state: 'pending' };
    responses.set(name, pending);
    requests.ask(request, (answer) => {
      const isShown = responses.get(name) === pending;
      if (isShown) responses.set(name, toResponse(answer, translate));
      if (!isShown || answer.code === 'local') tell(answer);
      else onChange();
    });
  }

  return {
    note: (key, text) => ask(noteOn(key), { action: 'note', key, text }),
    status: (status) => ask(STATUS, { action: 'status', status }),
    noteOn: (key) => of(noteOn(key)),
    lastStatus: () => of(STATUS),
    forget: () => responses.clear(),
  };
}

function toResponse(answer: RequestAnswer, translate: Translate): Response {
  return answer.ok ? { state: 'done' } : { state: 'failed', reason: wordAnswer(answer, translate) };
}
