// Alerts as cards on the page: a call is shown as the call itself, everything else in words.

import type { CallView } from '../shared/call.ts';
import type { Announcement, ClientSettings } from '../shared/delivery.ts';
import type { Alarms } from './alarms.ts';
import type { Cards, Message } from './cards.ts';
import type { Alert, Notifier } from './notify/alert.ts';
import { urgencyOf } from './urgency.ts';

const SIGNS: Readonly<Partial<Record<Alert['kind'], Message['sign']>>> = {
  status: 'status',
  'panic-over': 'success',
  tone: 'tone',
  station: 'station',
  pager: 'pager',
};

/** The built-in notifier. `sees`: whether the player sees that call. */
export function createCardNotifier(ports: {
  readonly cards: Cards;
  readonly isReady: () => boolean;
  readonly sees: (key: string) => boolean;
}): Notifier {
  const { cards, isReady, sees } = ports;

  const showMessage = ({ kind, title, subtitle, text }: Alert) =>
    cards.showMessage({ sign: SIGNS[kind] ?? 'info', title, subtitle, text });

  return {
    name: 'cards',
    isAvailable: isReady,
    show(alert) {
      const { kind, subtitle, text } = alert;
      const key = alert.key ?? '';
      switch (kind) {
        case 'call-opened':
          return cards.showCall(key, '');
        case 'call-dispatched':
        case 'attached':
        case 'priority':
          return cards.showCall(key, subtitle);
        case 'note':
          return cards.showCall(key, text);
        case 'detached':
          if (sees(key)) return cards.showCall(key, subtitle);
          return cards.has(key) ? cards.markDetached(key) : showMessage(alert);
        case 'closed':
          return cards.has(key) ? undefined : showMessage(alert);
        case 'panic':
          // It has a banner of its own for as long as it lasts.
          return;
        default:
          return showMessage(alert);
      }
    },
  };
}

/** How an announcement is heard: tones and panics always, everything else only when it is shown. */
export function soundAnnouncement(
  announcement: Announcement,
  call: CallView | undefined,
  settings: ClientSettings | null,
  alarms: Alarms,
  isShown: boolean,
): void {
  const alert = (level: Parameters<Alarms['alert']>[0]) => {
    if (isShown) alarms.alert(level);
  };
  switch (announcement.kind) {
    case 'panic':
      return alarms.panic();
    case 'tone':
      return alarms.tone(announcement.url);
    case 'station':
      alert('high');
      return alarms.tone(announcement.audio || announcement.tone);
    case 'call-opened':
    case 'call-dispatched':
    case 'attached':
    case 'priority':
      return alert(call && settings ? urgencyOf(call, settings).level : 'normal');
    default:
      return alert('message');
  }
}
