// Posts of the game's feed for the page, with their markup read.

import { describeFeedText, type TextRun } from '../game/feed-text.ts';
import type { FeedItem } from '../game/types.ts';
import type { PostView, Run } from './views.ts';

/** Sender and subject are drawn with their markup as well. */
export function toPost(item: FeedItem): PostView {
  return {
    id: item.id,
    at: item.at,
    sender: describeFeedText(item.sender ?? '').runs.map(toRun),
    subject: describeFeedText(item.subject ?? '').runs.map(toRun),
    body: describeFeedText(item.text).lines.map((line) => line.map(toRun)),
  };
}

const toRun = ({ text, colour, bold, italic }: TextRun): Run => ({ text, colour, bold, italic });
