// Does what is pressed on the page.

import type { SimServer } from '../index.ts';
import type { DemoCad } from './cad.ts';
import type { Drives } from './drives.ts';
import type { DutyPermission } from './duty-permission.ts';
import type { Action, ServerMessage } from './messages.ts';
import type { Screens } from './screens.ts';
import type { Story } from './story.ts';
import type { Reply } from './views.ts';

/** Runs one action. What it answers goes to the page that asked; everything else shows by itself. */
export type RunAction = (action: Action, answer: (message: ServerMessage) => void) => void;

export function createActions(options: {
  readonly server: SimServer;
  readonly resource: string;
  readonly cad: DemoCad;
  readonly permission: DutyPermission;
  readonly drives: Pick<Drives, 'start'>;
  readonly screens: Pick<Screens, 'post'>;
  readonly story: Story;
  /** Told when an action failed that answers nothing. */
  readonly onFailure: (what: string) => void;
}): RunAction {
  const { server, resource, cad, permission, drives, screens, story, onFailure } = options;

  async function run(action: Action): Promise<Reply | null> {
    switch (action.type) {
      case 'call911':
        cad.call911();
        return null;
      case 'remove911':
        cad.remove911();
        return null;
      case 'api':
        cad.setApi(action.isUp);
        return null;
      case 'desk':
        await cad.act(action.hand);
        return null;
      case 'fixture':
        return cad.postFixture(action.name);
      case 'post':
        return cad.post(action.body);
      case 'duty':
        permission.set(action.player, action.isGranted);
        return null;
      case 'command':
        server.execute(action.line);
        return null;
      case 'resource':
        server[action.change](resource);
        return null;
      case 'story':
        await story[action.change]();
        return null;
      case 'drive': {
        const z = server.client(action.player)?.ped().coords[2] ?? 0;
        drives.start(action.player, [action.x, action.y, z]);
        return null;
      }
      case 'press':
        server.client(action.player)?.press(action.key);
        return null;
      case 'say':
        server.client(action.player)?.command(action.line);
        return null;
      case 'ask':
        await screens.post(action.player, action.name, action.body);
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
