// The game's own notification feed: always there, needs no other resource.

import { cutText, toGameText } from '../../shared/text.ts';
import type { Feed } from '../ports.ts';
import type { Notifier } from './alert.ts';

/** What fits the feed's box without pushing everything else off the screen (code points). */
const MAX_LINE = 60;
const MAX_TEXT = 200;

/** Text from the CAD loses its markup here, just before it is shown. */
export function createFeedNotifier(feed: Feed): Notifier {
  const clean = (text: string, max: number) => toGameText(cutText(text, max));
  return {
    name: 'feed',
    isAvailable: () => true,
    show({ title, subtitle, text }) {
      feed.post({
        sender: clean(title, MAX_LINE),
        subject: clean(subtitle, MAX_LINE),
        body: text === '' ? [] : text.split('\n').map((line) => clean(line, MAX_TEXT)),
      });
    },
  };
}
