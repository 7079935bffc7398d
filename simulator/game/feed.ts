// The notification feed above the minimap.
import type { Definition, NativeCall } from './define.ts';
import { native } from './define.ts';
import type { Texts } from './text.ts';
import type { Textures } from './textures.ts';
import type { FeedItem, GameContext } from './types.ts';

export interface Feed {
  readonly definitions: Readonly<Record<string, Definition>>;
  readonly aliases: Readonly<Record<string, string>>;
  readonly items: readonly FeedItem[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Post = Partial<Omit<FeedItem, 'id' | 'text' | 'label' | 'components' | 'at' | 'removed' | 'createdBy'>>;

const TICKER: Omit<
  FeedItem,
  'id' | 'text' | 'label' | 'components' | 'backgroundColour' | 'createdBy' | 'at'
> = {
  type: 'ticker',
  txd: null,
  txn: null,
  flash: false,
  icon: null,
  sender: null,
  subject: null,
  important: false,
  showInBrief: false,
  durationMultiplier: 1,
  removed: false,
};

export function createFeed({ now, changed }: GameContext, texts: Texts, textures: Textures): Feed {
  const items: Mutable<FeedItem>[] = [];
  let nextColour: number | null = null;

  /** Posts the text that was begun; the colour asked for counts for this post only. */
  const post = (call: NativeCall, options: Post): number => {
    const backgroundColour = nextColour;
    nextColour = null;
    const text = texts.end(call, 'feed');
    if (!text) return -1;
    const id = items.length + 1;
    items.push({ ...TICKER, ...options, ...text, id, backgroundColour, createdBy: call.resource, at: now() });
    changed();
    return id;
  };

  const message = (call: NativeCall, options: Post & { txd: string; txn: string }): number => {
    if (options.txd !== '' && !textures.isLoaded(options.txd)) {
      call.problem('native', `texture dictionary ${options.txd} is not loaded: the card shows no picture`);
    }
    return post(call, { ...options, type: 'message' });
  };

  const ticker = native(['bool', 'bool'], (call, important, showInBrief) =>
    post(call, { important, showInBrief }),
  );
  const colour = native(['int'], (_, index) => {
    nextColour = index;
  });

  return {
    items,
    definitions: {
      BeginTextCommandThefeedPost: texts.begin('feed'),
      EndTextCommandThefeedPostTicker: ticker,
      EndTextCommandThefeedPostTickerForced: ticker,
      EndTextCommandThefeedPostTickerWithTokens: ticker,
      EndTextCommandThefeedPostMpticker: ticker,
      EndTextCommandThefeedPostMessagetext: native(
        ['text', 'text', 'bool', 'int', 'text', 'text'],
        (call, txd, txn, flash, icon, sender, subject) =>
          message(call, { txd, txn, flash, icon, sender, subject }),
      ),
      EndTextCommandThefeedPostMessagetextTu: native(
        ['text', 'text', 'bool', 'int', 'text', 'text', 'float'],
        (call, txd, txn, flash, icon, sender, subject, durationMultiplier) =>
          message(call, { txd, txn, flash, icon, sender, subject, durationMultiplier }),
      ),
      ThefeedSetNextPostBackgroundColor: colour,
      ThefeedNextPostBackgroundColor: colour,
      ThefeedRemoveItem: native(['int'], (_, id) => {
        const item = items[id - 1];
        if (!item || item.removed) return;
        item.removed = true;
        changed();
      }),
      ThefeedFlushQueue: native([], () => {}),
      ThefeedPause: native([], () => {}),
      ThefeedResume: native([], () => {}),
      ThefeedIsPaused: native([], () => false),
      ThefeedResetAllParameters: native([], () => {
        nextColour = null;
      }),
    },
    aliases: {
      SetNotificationTextEntry: 'BeginTextCommandThefeedPost',
      DrawNotification: 'EndTextCommandThefeedPostTicker',
      DrawNotification_2: 'EndTextCommandThefeedPostTickerForced',
      DrawNotification_3: 'EndTextCommandThefeedPostTickerWithTokens',
      DrawNotification_4: 'EndTextCommandThefeedPostMpticker',
      SetNotificationMessage: 'EndTextCommandThefeedPostMessagetext',
      SetNotificationMessage_4: 'EndTextCommandThefeedPostMessagetextTu',
      SetNotificationBackgroundColor: 'ThefeedSetNextPostBackgroundColor',
      RemoveNotification: 'ThefeedRemoveItem',
    },
  };
}
