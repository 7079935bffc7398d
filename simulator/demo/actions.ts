// Does what is pressed on the page.

import type { SimServer } from '../index.ts';
import type { Cad } from './cad.ts';
import type { Duty } from './duty.ts';
import type { Fixture } from './fixtures.ts';
import type { Action, Reply, ServerMessage } from './messages.ts';

/** Runs one action. What it answers goes to the page that asked; everything else shows by itself. */
export type RunAction = (action: Action, answer: (message: ServerMessage) => void) => void;

export function createActions(options: {
  readonly server: SimServer;
  readonly resource: string;
  readonly cad: Cad;
  readonly duty: Duty;
  readonly fixtures: readonly Fixture[];
  /** Told when an action failed that answers nothing. */
  readonly onFailure: (what: string) => void;
}): RunAction {
  const { server, resource, cad, duty, fixtures, onFailure } = options;

  async function run(action: Action): Promise<Reply | null> {
    switch (action.type) {
      case 'call911':
        return cad.call911();
      case 'remove911':
        return cad.remove911();
      case 'fixture': {
        const fixture = fixtures.find(({ name }) => name === action.name);
        return fixture ? cad.post(fixture.text, fixture.name) : null;
      }
      case 'post':
        return cad.post(action.body);
      case 'duty':
        duty.set(action.player, action.isGranted);
        return null;
      case 'command':
        server.execute(action.line);
        return null;
      case 'resource':
        server[action.change](resource);
        return null;
    }
  }

  return (action, answer) => {
    run(action).then(
      (reply) => reply && answer({ type: 'reply', reply }),
      (error: Error) => onFailure(`${action.type}: ${error.message}`),
    );
  };
}
