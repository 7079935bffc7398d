// What players are told: puts announcements into words and has them shown by the notifiers that were chosen.

import type { CallView } from '../../shared/call.ts';
import type { Announcement } from '../../shared/delivery.ts';
import type { Translate } from '../../shared/locale.ts';
import { AUTO, NOTIFIERS, type NotifySettings } from '../../shared/notify.ts';
import type { Feed } from '../ports.ts';
import { type AlertFacts, composeAlert, type Notifier, type NotifierPorts } from './alert.ts';
import { createChat } from './chat.ts';
import { createCustom } from './custom.ts';
import { createEsx } from './esx.ts';
import { createFeedNotifier } from './feed.ts';
import { createLationUi } from './lation-ui.ts';
import { createMythicNotify } from './mythic-notify.ts';
import { createNotifierChain } from './notifier-chain.ts';
import { createOkokNotify } from './okok-notify.ts';
import { createOxLib } from './ox-lib.ts';
import { createPNotify } from './p-notify.ts';
import { createQbCore } from './qbcore.ts';
import { createQbox } from './qbox.ts';
import { createTNotify } from './t-notify.ts';

export interface Alerts {
  /**
   * Shows an announcement. `call` is the call that it is about, when the player sees it. Returns whether it was shown:
   * the owner may not want its kind.
   */
  show(announcement: Announcement, call: CallView | undefined): boolean;
  /** Notifiers that the player may choose from now, `auto` first; none when the owner allows no choice. */
  choices(): string[];
}

export interface AlertPorts extends NotifierPorts {
  readonly feed: Feed;
  readonly translate: Translate;
  readonly warn: (line: string) => void;
  /** Null until the server has sent them. */
  readonly settings: () => NotifySettings | null;
  /** The built-in notifier, called `cards`. */
  readonly cards: Notifier;
  /** What the player chose: a notifier's name or `auto`. */
  readonly playerChoice: () => string;
  readonly factsOf: (call: CallView) => AlertFacts;
}

export function createAlerts(ports: AlertPorts): Alerts {
  const { translate, settings, warn } = ports;
  const feed = createFeedNotifier(ports.feed);
  const notifiers: readonly Notifier[] = [
    createOxLib(ports),
    createLationUi(ports),
    createOkokNotify(ports),
    createTNotify(ports),
    createMythicNotify(ports),
    createPNotify(ports),
    createQbox(ports),
    createQbCore(ports),
    createEsx(ports),
    createChat(ports),
    createCustom(ports, () => settings()?.custom ?? null),
    ports.cards,
  ];
  const chain = createNotifierChain({
    notifiers,
    lastResort: feed,
    choiceFor: (kind) => chooseNotifiers(settings(), kind, ports.playerChoice()),
    warn,
  });

  return {
    show(announcement, call) {
      const alert = composeAlert(announcement, call, translate, call && ports.factsOf(call));
      if (!alert) return false;
      return chain.show({ ...alert, seconds: settings()?.seconds[alert.kind] ?? alert.seconds });
    },
    choices() {
      if (settings()?.allowPlayerChoice === false) return [];
      const usable = [...notifiers, feed].filter((notifier) => notifier.isAvailable());
      return [AUTO, ...NOTIFIERS.filter((name) => usable.some((notifier) => notifier.name === name))];
    },
  };
}

/**
 * What to try for a kind of alert: first what the player chose, if players may choose, then the owner's order. Null
 * when the owner wants no such alerts, whatever the player chose.
 */
function chooseNotifiers(
  settings: NotifySettings | null,
  kind: string,
  playerChoice: string,
): readonly string[] | null {
  if (!settings) return [AUTO];
  const order = settings.kinds[kind] ?? settings.order;
  if (order.length === 0) return null;
  return settings.allowPlayerChoice && playerChoice !== AUTO ? [playerChoice, ...order] : order;
}
