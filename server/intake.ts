// From an authenticated event to a verdict: decodes it, changes the store, and says what follows once it is answered.

import type { ReceivedEvent, Verdict } from './admit.ts';
import type { Change } from './cad/changes.ts';
import type { Store } from './cad/store.ts';
import { refusals } from './http/reply.ts';
import type { Decode } from './push/decode.ts';
import type { PushEvent } from './push/definition.ts';

/** An event that is part of the store now, with the changes it made. */
export interface AppliedEvent extends Pick<PushEvent, 'data' | 'raw'> {
  readonly changes: readonly Change[];
}

/** The events of one request, each applied after the one before it. */
export interface AppliedPush {
  readonly type: string;
  readonly events: readonly AppliedEvent[];
}

export interface IntakePorts {
  readonly decode: Decode;
  readonly store: Store;
  /** Whether another resource follows a type that has no definition here. */
  readonly isFollowed: (type: string) => boolean;
  /** The event is part of the store now; it is not answered yet. */
  readonly onAccepted: (type: string, events: number, from: string) => void;
  /** Tells players of the changes that one event made. */
  readonly deliver: (changes: readonly Change[]) => void;
  /** Passes the event on to other web servers, whatever became of it here. */
  readonly forward: (event: ReceivedEvent) => void;
  /** Tells other resources. */
  readonly raise: (push: AppliedPush, event: ReceivedEvent) => void;
  /** The same for a type that has no definition here, accepted or not. */
  readonly raiseUnknown: (event: ReceivedEvent, isAccepted: boolean) => void;
}

/** When it returns, the store has changed and nobody was told; that is left to the verdict's `after`. */
export function createIntake(ports: IntakePorts): (event: ReceivedEvent) => Verdict {
  const { decode, store, isFollowed, onAccepted, deliver, forward, raise, raiseUnknown } = ports;

  return (event) => {
    const { type } = event.envelope;
    const decoded = decode(event.envelope);
    if (decoded.ok) {
      const push = decoded.value;
      const events = push.events.map((one): AppliedEvent => ({ ...one, changes: one.apply(store) }));
      onAccepted(push.type, push.events.length, event.from);
      return {
        refusal: null,
        after: inTurn(
          // One by one: each event tells a player one thing at most, and several may have come in one request.
          ...events.map(
            ({ changes }) =>
              () =>
                deliver(changes),
          ),
          () => forward(event),
          () => raise({ type: push.type, events }, event),
        ),
      };
    }
    const { error } = decoded;
    if (error.kind === 'payload') {
      return { refusal: refusals.payload(error.path, error.expected), after: () => forward(event) };
    }
    const isAccepted = isFollowed(type);
    if (isAccepted) onAccepted(type, 1, event.from);
    return {
      refusal: isAccepted ? null : refusals.type(type),
      after: inTurn(
        () => forward(event),
        () => raiseUnknown(event, isAccepted),
      ),
    };
  };
}

/** Runs all steps, also when one of them throws; what the first one threw is thrown in the end. */
function inTurn(...steps: readonly (() => void)[]): () => void {
  return () => {
    const errors: unknown[] = [];
    for (const step of steps) {
      try {
        step();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw errors[0];
  };
}
