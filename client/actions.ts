// What players do, by key, command or mouse: one place that knows what each action means at this moment.

import type { CallView } from '../shared/call.ts';
import type { Translate } from '../shared/locale.ts';
import type { RequestAnswer } from '../shared/requests.ts';
import { LIST_FILTERS, type ListFilter, type PageRequests, type PlayerAction } from '../shared/screen.ts';
import type { Alarms } from './alarms.ts';
import type { Cards } from './cards.ts';
import type { Errands } from './errands.ts';
import type { List } from './list.ts';
import type { PanicBanners } from './panic-banners.ts';
import type { Picture } from './picture.ts';
import type { PlayerChoice } from './player-choice.ts';
import type { Requests } from './requests.ts';
import type { Responses } from './responses.ts';
import type { Routes } from './routes.ts';
import type { StatusMenu } from './status-menu.ts';

/** Everything that can be asked for, by the page too. */
export type Act = PageRequests['act']['action'] | 'open-list' | 'settings' | 'leave';

export interface Actions {
  /** `key` is a call's key, a card's id, an ident, a filter or a status, as the action needs it; without it what has the focus. */
  perform(act: Act, key?: string): void;
  /** The call that keys and commands are about now, or null. */
  meantCall(): string | null;
  /** What can be done about a call now, in the order in which to hint at it. */
  forCall(call: CallView): PlayerAction[];
  isPanelOpen(): boolean;
  /** Closes whatever takes the player's attention. */
  interrupt(): void;
}

export interface ActionPorts {
  readonly picture: Picture;
  readonly cards: () => Cards;
  readonly list: () => List;
  readonly routes: Routes;
  readonly banners: PanicBanners;
  readonly menu: StatusMenu;
  readonly errands: Pick<Errands, 'status'>;
  readonly responses: Responses;
  readonly requests: Pick<Requests, 'ask'>;
  /** Tells the player what came of a request. */
  readonly tell: (answer: RequestAnswer) => void;
  readonly choice: PlayerChoice;
  readonly alarms: Alarms;
  /** Whether the page can show a list or panel. */
  readonly isPageReady: () => boolean;
  readonly translate: Translate;
  /** Shows a line to the player. */
  readonly say: (line: string) => void;
}

const isFilter = (name: string): name is ListFilter => LIST_FILTERS.some((filter) => filter === name);

export function createActions(ports: ActionPorts): Actions {
  const { picture, routes, banners, responses, requests, choice, alarms, isPageReady, translate } = ports;
  const { say, tell, menu } = ports;
  let isPanelOpen = false;

  /** The call that keys are about: the selected one of the open list, else the card's, else the newest. */
  function meantCall(key: string | undefined): string | null {
    if (key !== undefined) return picture.calls.has(key) ? key : null;
    return ports.list().selected() ?? ports.cards().focusedCall() ?? newestCall();
  }

  function newestCall(): string | null {
    let newest: CallView | null = null;
    for (const call of picture.calls.values()) if (!newest || call.openedAt > newest.openedAt) newest = call;
    return newest?.key ?? null;
  }

  /** Who presses a key or types a command wants to know why nothing happens; the page knows which calls there are. */
  function noCall(key: string | undefined): void {
    if (key === undefined) say(translate(picture.isOnDuty ? 'answer.no-call' : 'command.offDuty'));
  }

  /** What was tried out in the panel and is not kept goes with it. */
  function closePanel(): void {
    if (isPanelOpen) choice.putBack();
    isPanelOpen = false;
  }

  function openList(hasCursor: boolean): void {
    if (!picture.isOnDuty) return say(translate('command.offDuty'));
    if (!isPageReady()) return say(translate('command.noPage'));
    closePanel();
    ports.list().open(hasCursor);
  }

  function route(key: string | undefined): void {
    const ident = banners.newest();
    // A panic on the screen goes before everything else, unless a call is named or the list is open.
    if (key === undefined && ident !== null && !ports.list().isOpen()) {
      routes.toggle({ panic: ident });
      return;
    }
    const call = meantCall(key);
    if (call === null) return noCall(key);
    routes.toggle({ call });
  }

  function respond(key: string | undefined): void {
    const call = meantCall(key);
    if (call === null) return noCall(key);
    responses.respond(call);
    routes.leadTo({ call });
  }

  function panic(): void {
    // One that is not shown any more is for nobody to see: then the button raises a new one.
    const isShown = picture.unit !== null && picture.panics.has(picture.unit.ident);
    requests.ask({ action: 'panic', isPanic: !isShown }, tell);
  }

  function mute(): void {
    const { isMuted } = choice.read();
    choice.change({ isMuted: !isMuted }, true);
    if (!isMuted) alarms.silence();
    // Nothing on the screen shows it.
    say(translate(isMuted ? 'command.unmuted' : 'command.muted'));
  }

  /** The menu of statuses, in the list. */
  function status(): void {
    if (menu.isOpen()) return menu.close();
    if (picture.unit === null) return say(translate('answer.no-unit'));
    if (!ports.list().isOpen()) openList(false);
    if (ports.list().isOpen()) menu.open();
  }

  function setStatus(index: number): void {
    menu.close();
    if (menu.has(index)) ports.errands.status(index);
  }

  const chooseStatus = () => setStatus(menu.view()?.selected ?? -1);

  /** Keys of the list do nothing while it is closed. */
  const inList = (run: (list: List, key: string | undefined) => void) => (key: string | undefined) => {
    const list = ports.list();
    if (list.isOpen()) run(list, key);
  };

  const acts: Readonly<Record<Act, (key: string | undefined) => void>> = {
    list: () => (ports.list().isOpen() ? ports.list().close() : openList(false)),
    'open-list': () => openList(true),
    'close-list': () => ports.list().close(),
    respond,
    route,
    next: () => (ports.list().isOpen() ? ports.list().moveFilter(1) : ports.cards().moveFocus(1)),
    previous: () => (ports.list().isOpen() ? ports.list().moveFilter(-1) : ports.cards().moveFocus(-1)),
    dismiss: (key) => ports.cards().dismiss(key),
    mute,
    panic,
    up: inList((list) => (menu.isOpen() ? menu : list).move(-1)),
    down: inList((list) => (menu.isOpen() ? menu : list).move(1)),
    select: inList((list) => (menu.isOpen() ? chooseStatus() : list.openDetail())),
    open: inList((list, key) => list.openDetail(key)),
    back: inList((list) => (menu.isOpen() ? menu.close() : list.back())),
    status,
    'set-status': inList((_, index = '') => /^\d+$/.test(index) && setStatus(Number(index))),
    filter: inList((list, name = '') => isFilter(name) && list.filter(name)),
    'route-panic': (ident) => void routes.toggle({ panic: Number(ident) }),
    'dismiss-panic': (ident) => banners.dismiss(Number(ident)),
    leave: () => requests.ask({ action: 'detach' }, tell),
    settings() {
      if (!isPageReady()) return say(translate('command.noPage'));
      ports.list().close();
      isPanelOpen = true;
    },
    'close-panel': closePanel,
  };

  return {
    perform: (act, key) => acts[act](key),
    meantCall: () => meantCall(undefined),
    forCall(call) {
      const can: PlayerAction[] = [];
      const { state } = responses.of(call.key);
      if (!picture.isMine(call) && (state === 'none' || state === 'failed')) can.push('respond');
      if (call.position) can.push('route');
      return can;
    },
    isPanelOpen: () => isPanelOpen,
    interrupt() {
      ports.list().close();
      closePanel();
    },
  };
}
