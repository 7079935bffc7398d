// The game's own notification feed: always there, needs no other resource.

import { type CallView, callNumber } from '../../shared/call.ts';
import type { Announcement, CallSummary } from '../../shared/delivery.ts';
import type { Translate } from '../../shared/locale.ts';
import { cutText, toGameText } from '../../shared/text.ts';
import type { Feed, FeedPost } from '../ports.ts';

/** What fits the feed's box without pushing everything else off the screen (code points). */
const MAX_LINE = 60;
const MAX_TEXT = 200;

/** Shows what players are told. `call` is the call that the announcement is about, when it is about one. */
export interface Notifier {
  show(announcement: Announcement, call: CallView | undefined): void;
}

/** Text from the CAD loses its markup here, just before it is shown. */
export function createFeedNotifier(feed: Feed, translate: Translate): Notifier {
  const line = (text: string) => toGameText(cutText(text.replace(/ +/g, ' ').trim(), MAX_LINE));
  const text = (long: string) => toGameText(cutText(long, MAX_TEXT));

  const kindOf = (call: CallView) => translate(call.isEmergency ? 'call.kind.emergency' : 'call.kind.civil');
  const place = (call: Pick<CallView, 'address'>) => line(call.address) || translate('call.place.unknown');

  function post(sender: string, subject: string, body: readonly string[]): FeedPost {
    return { sender, subject, body: body.filter((one) => one !== '') };
  }

  function emergency(call: CallView): FeedPost {
    const sender = translate('feed.call.sender', { number: callNumber(call), kind: kindOf(call) });
    return post(sender, line(call.caller) || translate('call.caller.unknown'), [
      place(call),
      text(call.description),
    ]);
  }

  /** A dispatch call, with what happened to it as the subject. */
  function dispatch(call: CallView, what: string, details: readonly string[]): FeedPost {
    const sender = line(
      translate('feed.dispatch.sender', { number: callNumber(call), code: call.code, title: call.title }),
    );
    return post(sender, translate(what), details);
  }

  function summary(call: CallSummary, what: string): FeedPost {
    const sender = line(
      translate('feed.dispatch.sender', { number: call.number, code: '', title: call.title }),
    );
    return post(sender, translate(what), [line(call.address)]);
  }

  function aboutCall(announcement: Announcement, call: CallView): FeedPost | null {
    switch (announcement.kind) {
      case 'call-opened':
        return emergency(call);
      case 'call-dispatched':
        return dispatch(call, 'feed.dispatch.new', [place(call), text(call.description)]);
      case 'attached':
        return dispatch(call, 'feed.dispatch.attached', [place(call), text(call.description)]);
      case 'priority':
        return dispatch(call, 'feed.dispatch.priority', [place(call)]);
      case 'note':
        return dispatch(call, 'feed.dispatch.note', [
          text(announcement.label ? `${announcement.label}: ${announcement.content}` : announcement.content),
        ]);
      default:
        return null;
    }
  }

  function aboutOther(announcement: Announcement): FeedPost | null {
    switch (announcement.kind) {
      case 'detached':
        return summary(announcement.call, 'feed.dispatch.detached');
      case 'closed':
        return summary(announcement.call, 'feed.dispatch.closed');
      case 'status':
        return post(translate('feed.unit.sender'), translate('feed.unit.status'), [
          line(announcement.status),
        ]);
      case 'panic':
        return post(translate('feed.panic.sender'), line(announcement.unit), [translate('feed.panic.text')]);
      case 'panic-over':
        return post(translate('feed.panic.sender'), line(announcement.unit), [translate('feed.panic.over')]);
      case 'tone':
        return post(translate('feed.unit.sender'), translate('feed.tone'), []);
      case 'station':
        return post(translate('feed.station.sender'), line(announcement.stations.join(', ')), [
          text(announcement.message),
        ]);
      case 'pager':
        return post(translate('feed.pager.sender'), line(announcement.nature), [text(announcement.body)]);
      case 'caller':
        return post(translate('feed.caller.sender'), translate('feed.caller.subject'), [
          line(translate(`caller.${announcement.what}`, { unit: announcement.unit })),
        ]);
      default:
        return null;
    }
  }

  return {
    show(announcement, call) {
      const made = call
        ? (aboutCall(announcement, call) ?? aboutOther(announcement))
        : aboutOther(announcement);
      if (made) feed.post(made);
    },
  };
}
