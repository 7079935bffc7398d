// The game's own notification feed: always there, needs no other resource.

import { type CallView, callNumber } from '../../shared/call.ts';
import type { Translate } from '../../shared/locale.ts';
import { cutText, toGameText } from '../../shared/text.ts';
import type { Feed } from '../ports.ts';

/** What fits the feed's box without pushing everything else off the screen (code points). */
const MAX_LINE = 60;
const MAX_DESCRIPTION = 200;

/** Posts what players are told. */
export interface Notifier {
  callOpened(call: CallView): void;
}

/** Text from the CAD loses its markup here, just before it is shown. */
export function createFeedNotifier(feed: Feed, translate: Translate): Notifier {
  const plain = (text: string, max: number) => toGameText(cutText(text, max));
  return {
    callOpened(call) {
      const kind = translate(call.isEmergency ? 'call.kind.emergency' : 'call.kind.civil');
      const caller = plain(call.caller, MAX_LINE) || translate('call.caller.unknown');
      const place = plain(call.address, MAX_LINE) || translate('call.place.unknown');
      feed.post({
        sender: translate('feed.call.sender', { number: callNumber(call), kind }),
        subject: caller,
        body: [place, plain(call.description, MAX_DESCRIPTION)].filter((line) => line !== ''),
      });
    },
  };
}
