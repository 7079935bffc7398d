// Alerts as cards on the page: a call is shown as the call itself, everything else in words.

import type { CallView } from '../shared/call.ts';
import type { Announcement, CallSummary, ClientSettings } from '../shared/delivery.ts';
import type { Translate } from '../shared/locale.ts';
import type { Alarms } from './alarms.ts';
import type { Cards } from './cards.ts';
import { urgencyOf } from './urgency.ts';

export interface CardNotifier {
  /** `call` is the call that the announcement is about, when the player sees it. */
  show(announcement: Announcement, call: CallView | undefined): void;
}

export function createCardNotifier(ports: {
  readonly cards: Cards;
  readonly translate: Translate;
}): CardNotifier {
  const { cards, translate } = ports;
  const nameOf = ({ number, title, address }: CallSummary) =>
    [number === null ? '' : `#${number}`, title || address].filter(Boolean).join(' ');

  return {
    show(announcement, call) {
      switch (announcement.kind) {
        case 'call-opened':
          return cards.showCall(announcement.key, '');
        case 'call-dispatched':
          return cards.showCall(announcement.key, translate('news.dispatched'));
        case 'attached':
          return cards.showCall(announcement.key, translate('news.attached'));
        case 'priority':
          return cards.showCall(announcement.key, translate('news.priority'));
        case 'note': {
          const { label, content } = announcement;
          return cards.showCall(announcement.key, label === '' ? content : `${label}: ${content}`);
        }
        case 'detached':
          if (call) return cards.showCall(announcement.key, translate('news.detached'));
          if (cards.has(announcement.key)) return cards.markDetached(announcement.key);
          return showSummary('news.detached', announcement.call);
        case 'closed':
          if (cards.has(announcement.key)) return;
          return showSummary('news.closed', announcement.call);
        case 'status':
          return message('status', translate('news.status'), announcement.status, '');
        case 'panic':
          return;
        case 'panic-over':
          return message('success', translate('news.panicOver'), announcement.unit, '');
        case 'tone':
          return message('tone', translate('news.tone'), '', '');
        case 'station':
          return message(
            'station',
            translate('news.station'),
            announcement.stations.join(', '),
            announcement.message,
          );
        case 'pager':
          return message('pager', translate('news.pager'), announcement.nature, announcement.body);
        case 'caller':
          return message(
            'info',
            translate(`caller.${announcement.what}`, { unit: announcement.unit }),
            '',
            '',
          );
      }
    },
  };

  function message(
    sign: Parameters<Cards['showMessage']>[0]['sign'],
    title: string,
    subtitle: string,
    text: string,
  ): void {
    cards.showMessage({ sign, title, subtitle, text });
  }

  function showSummary(news: string, call: CallSummary): void {
    message('info', translate(news), nameOf(call), '');
  }
}

/** How an announcement is heard. */
export function soundAnnouncement(
  announcement: Announcement,
  call: CallView | undefined,
  settings: ClientSettings | null,
  alarms: Alarms,
): void {
  switch (announcement.kind) {
    case 'panic':
      return alarms.panic();
    case 'tone':
      return alarms.tone(announcement.url);
    case 'station':
      alarms.alert('high');
      return alarms.tone(announcement.audio || announcement.tone);
    case 'call-opened':
    case 'call-dispatched':
    case 'attached':
    case 'priority':
      return alarms.alert(call && settings ? urgencyOf(call, settings).level : 'normal');
    default:
      return alarms.alert('message');
  }
}
