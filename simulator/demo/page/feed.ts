// A player's notification feed, drawn as the game draws it: a dark box with a picture, sender, subject and text.

import type { PlayerView, PostView } from '../views.ts';
import { clockTime, el, setText, svg } from './dom.ts';
import { createKeyedList } from './keyed-list.ts';
import { drawRuns } from './runs.ts';

export interface FeedBox {
  readonly element: HTMLElement;
  show(player: PlayerView): void;
}

const HANDSET =
  'M6.6 10.8a15 15 0 0 0 6.6 6.6l2.2-2.2c.3-.3.7-.4 1-.2 1.1.4 2.3.6 3.6.6.6 0 1 .4 1 1V20c0 .6-.4 1-1 1A17 17 0 0 1 3 4c0-.6.4-1 1-1h3.5c.6 0 1 .4 1 1 0 1.2.2 2.4.6 3.6.1.3 0 .7-.2 1z';

/** An empty feed; `onLook` is told when somebody wants to see the screen, where alerts are while it has a page. */
export function createFeed(firstName: string, onLook: () => void): FeedBox {
  const list = el('ol', { class: 'posts' });
  const empty = el('p', { class: 'empty' });
  const look = el(
    'button',
    { type: 'button', class: 'on-screen' },
    `Alerts are cards on the screen of ${firstName}`,
  );
  look.addEventListener('click', onLook);
  const element = el(
    'div',
    { class: 'feed', role: 'log', 'aria-label': `Notifications of ${firstName}`, tabindex: '0' },
    look,
    empty,
    list,
  );
  const showPosts = createKeyedList<PostView>({
    container: list,
    keyOf: ({ id }) => id,
    create(post, _, isFirst) {
      const box = drawPost(post);
      if (!isFirst) box.classList.add('new');
      element.scrollTop = 0;
      return { element: box, show: () => undefined };
    },
  });

  return {
    element,
    show({ posts, isOnDuty, screen }) {
      look.hidden = !screen.isReady || isOnDuty === false;
      setText(empty, emptyText(firstName, isOnDuty));
      empty.hidden = posts.length > 0 || !look.hidden;
      showPosts(posts);
    },
  };
}

function emptyText(firstName: string, isOnDuty: boolean | null): string {
  if (isOnDuty === null) return 'Nothing. The resource does not run.';
  if (isOnDuty) return 'Nothing yet. The next call shows up here.';
  return `Nothing. That is right: ${firstName} is not on duty.`;
}

/** A post as the game draws it. */
export function drawPost({ at, sender, subject, body }: PostView): HTMLElement {
  return el(
    'li',
    { class: 'post' },
    el(
      'span',
      { class: 'picture', 'aria-hidden': 'true' },
      svg('svg', { viewBox: '0 0 24 24' }, svg('path', { d: HANDSET })),
    ),
    el(
      'div',
      { class: 'post-head' },
      el('b', {}, ...drawRuns(sender)),
      el('time', { datetime: new Date(at).toISOString() }, clockTime(at)),
      el('span', {}, ...drawRuns(subject)),
    ),
    el('div', { class: 'post-body' }, ...body.map((line) => el('p', {}, ...drawRuns(line)))),
  );
}
