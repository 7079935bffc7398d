// What players ask of the server by command: notes, statuses, and calls for help.

import type { Translate } from '../shared/locale.ts';
import type { PlayerRequest, RequestAnswer } from '../shared/requests.ts';
import { toConsoleText } from '../shared/text.ts';
import type { Picture } from './picture.ts';
import type { Atlas, Self } from './ports.ts';
import type { Requests } from './requests.ts';
import { wordAnswer } from './responses.ts';

export interface Requested {
  note(text: string): void;
  status(status: string): void;
  /** The player's unit becomes the primary unit of the call that is meant. */
  primary(): void;
  /** The call that is meant is at that postal. */
  postal(postal: string): void;
  callForHelp(line: string, text: string): void;
}

/** A caller who begins with this is not named. */
const ANONYMOUS = /^anon(?:ymous)?\s+/i;

export function createRequested(ports: {
  readonly picture: Picture;
  readonly requests: Pick<Requests, 'ask'>;
  readonly self: Pick<Self, 'position'>;
  readonly atlas: Atlas;
  readonly translate: Translate;
  /** The key of the call that is meant, or null. */
  readonly meantCall: () => string | null;
  readonly tell: (answer: RequestAnswer) => void;
  readonly say: (line: string) => void;
}): Requested {
  const { picture, requests, self, atlas, translate, meantCall, tell, say } = ports;

  /** Asks for something about the call that is meant. */
  function askAbout(toRequest: (key: string) => PlayerRequest): void {
    const key = meantCall();
    if (key === null) return say(translate('answer.no-call'));
    requests.ask(toRequest(key), tell);
  }

  return {
    note: (text) => askAbout((key) => ({ action: 'note', key, text })),
    primary: () => askAbout((key) => ({ action: 'primary', key })),
    postal: (postal) => askAbout((key) => ({ action: 'postal', key, postal })),
    status(status) {
      if (status.trim() === '') {
        const labels = (picture.settings?.statusLabels ?? []).map((label, index) => `${index} ${label}`);
        return say(toConsoleText(translate('command.statuses', { statuses: labels.join(', ') })));
      }
      requests.ask({ action: 'status', status }, tell);
    },
    callForHelp(line, text) {
      if (text.trim() === '') return say(translate('help.usage', { command: line }));
      const { x, y, z } = self.position();
      const isAnonymous = ANONYMOUS.test(text);
      const request = {
        ...({ action: 'call', line, isAnonymous } as const),
        text: text.replace(ANONYMOUS, ''),
        street: atlas.nameOf(x, y, z),
      };
      requests.ask(request, (answer) =>
        say(
          answer.ok
            ? translate(answer.code === 'local' ? 'help.local' : 'help.sent')
            : wordAnswer(answer, translate),
        ),
      );
    },
  };
}
