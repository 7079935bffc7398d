// Composition root of the client: deliveries change the picture; map, cards, list, sounds and exports follow from it.

import { callNumber } from '../shared/call.ts';
import {
  type Announcement,
  DELIVERY_EVENT,
  type Delivery,
  READY_EVENT,
  SCREEN_EVENT,
} from '../shared/delivery.ts';
import type { RequestAnswer } from '../shared/requests.ts';
import { toConsoleText } from '../shared/text.ts';
import { createActions } from './actions.ts';
import { createAlarms } from './alarms.ts';
import { createClientApi } from './api.ts';
import { createCardNotifier, soundAnnouncement } from './card-notifier.ts';
import { type Cards, createCards } from './cards.ts';
import { createControls } from './controls.ts';
import { createErrands } from './errands.ts';
import { createHeartbeat } from './heartbeat.ts';
import { createLanguage } from './language.ts';
import { createList, type List } from './list.ts';
import { createMapBlips } from './map-blips.ts';
import { createAlerts } from './notify/alerts.ts';
import { createWhereabouts } from './notify/whereabouts.ts';
import { createPanicBanners } from './panic-banners.ts';
import { createPicture } from './picture.ts';
import { createPlayerChoice } from './player-choice.ts';
import type { Game } from './ports.ts';
import { readDelivery } from './read-delivery.ts';
import { readAct, readNote, readSettings, readTyping } from './read-request.ts';
import { createRequested } from './requested.ts';
import { createRequests } from './requests.ts';
import { createResponses, wordAnswer } from './responses.ts';
import { createRoutes } from './routes.ts';
import { createScreen } from './screen.ts';
import { createScreenParts } from './screen-parts.ts';
import { createStatusMenu } from './status-menu.ts';
import { createStreets } from './streets.ts';
import { createSurroundings } from './surroundings.ts';
import { callBlip, createWantedBlips, panicBlip, wantedRoute } from './wanted-blips.ts';

/** Starts the client side. Nothing runs while nothing is to be seen: no ticks, no timers. */
export function start(game: Game): void {
  const { clock, page, server, resource } = game;
  const picture = createPicture(clock);
  const notifySettings = () => picture.settings?.notify ?? null;
  const language = createLanguage(resource, notifySettings);
  const { translate } = language;
  const routes = createRoutes(picture, game.self);
  const isRouted = (call: string) => routes.isRouted({ call });
  const wantedBlips = createWantedBlips(picture, translate, routes.target);
  const mapBlips = createMapBlips(game.blips);
  const choice = createPlayerChoice(game.keep, picture);
  const requests = createRequests(server, clock);
  const responses = createResponses({ picture, requests, translate, onAnswer: responded });
  const banners = createPanicBanners({
    picture,
    atlas: game.atlas,
    isRouted: (panic) => routes.isRouted({ panic }),
  });
  const say = (line: string) => game.local.emit('chat:addMessage', { args: [toConsoleText(line)] });
  const isPageReady = () => screen.isReady();
  const alarms = createAlarms({ ...game, picture, choice, isPageReady });
  const menu = createStatusMenu(picture);
  const errands = createErrands({ requests, translate, tell: answered, onChange: refresh });
  const actions = createActions({
    ...{
      picture,
      routes,
      banners,
      menu,
      errands,
      responses,
      requests,
      choice,
      alarms,
      isPageReady,
      translate,
      say,
    },
    tell: answered,
    cards: () => cards,
    list: () => list,
  });
  const views = { picture, isRouted, responseTo: responses.of, actionsFor: actions.forCall };
  const cards: Cards = createCards(views);
  const list: List = createList({ ...views, menu, errands });
  const requested = createRequested({
    ...{ picture, requests, translate, say, self: game.self, atlas: game.atlas },
    meantCall: () => actions.meantCall(),
    tell: answered,
  });
  const controls = createControls({
    ...requested,
    input: game.input,
    translate,
    perform,
    findCall: (number) =>
      [...picture.calls.values()].find((call) => String(callNumber(call)) === number)?.key ?? null,
    say,
  });
  const screen = createScreen(
    page,
    createScreenParts({
      ...{ picture, choice, cards, list, banners, language },
      keys: controls.labels,
      isPanelOpen: actions.isPanelOpen,
      frame: game.display.frame,
      notifiers: () => alerts.choices(),
    }),
  );
  const alerts = createAlerts({
    ...{ ...game, translate, settings: notifySettings, warn: resource.warn },
    cards: createCardNotifier({ cards, isReady: screen.isReady, sees: (key) => picture.calls.has(key) }),
    playerChoice: () => choice.read().notifier,
    factsOf: createWhereabouts({ self: game.self, picture, translate }),
  });
  const api = createClientApi(game.local, picture);

  const isBusy = () => {
    if (!screen.isReady()) return false;
    return cards.wants() !== null || list.isOpen() || actions.isPanelOpen() || banners.newest() !== null;
  };
  const surroundings = createSurroundings({
    self: game.self,
    page,
    isBusy,
    onInterrupted: actions.interrupt,
  });
  const streets = createStreets({ picture, self: game.self, atlas: game.atlas, server });
  const heartbeat = createHeartbeat(clock, [cards, routes, surroundings, wantedBlips, streets], refresh);

  /** Everything that is seen follows from what is known now. */
  function refresh(): void {
    mapBlips.show(wantedBlips.all(), wantedRoute(routes.target(), picture.settings));
    screen.refresh();
    page.setCursor(list.hasCursor() || actions.isPanelOpen(), list.isTyping());
    heartbeat.check();
  }

  function perform(act: Parameters<typeof actions.perform>[0], key?: string): void {
    actions.perform(act, key);
    if (act === 'list' || act === 'open-list' || act === 'settings') controls.look();
    refresh();
  }

  /** What came of a request is shown once: on the card of the call, or in words. */
  function answered(answer: RequestAnswer): void {
    const title = wordAnswer(answer, translate);
    if (!answer.ok || answer.code === 'local') {
      if (screen.isReady()) cards.showMessage({ sign: 'warning', title, subtitle: '', text: '' });
      else say(title);
    }
    refresh();
  }

  /** The card of the call says what came of it; without one it is said in words. */
  function responded(key: string, answer: RequestAnswer): void {
    if (cards.has(key) && answer.code !== 'local') refresh();
    else answered(answer);
  }

  function announce(announcement: Announcement): void {
    const call = 'key' in announcement ? picture.calls.get(announcement.key) : undefined;
    const flashMs = picture.settings?.blips.flashMs ?? 0;
    if (call) mapBlips.flash(callBlip(call.key), flashMs);
    if (announcement.kind === 'panic') mapBlips.flash(panicBlip(announcement.ident), flashMs);
    const isShown = alerts.show(announcement, call);
    soundAnnouncement(announcement, call, picture.settings, alarms, isShown);
  }

  function apply(delivery: Delivery): void {
    const gone = picture.apply(delivery);
    if (delivery.settings) {
      controls.setUp(delivery.settings);
      if (screen.isReady()) controls.look();
    }
    if (delivery.isOnDuty === false) actions.interrupt();
    routes.follow();
    responses.follow();
    banners.follow();
    cards.follow(gone);
    mapBlips.show(wantedBlips.all(), wantedRoute(routes.target(), picture.settings));
    delivery.announce?.forEach(announce);
    refresh();
    api.follow(gone);
  }

  server.on(DELIVERY_EVENT, (value) => {
    const delivery = readDelivery(value);
    if (delivery) apply(delivery);
    else resource.warn('The server sent something this client does not understand: are both of one version?');
  });
  page.on('ready', () => {
    controls.look();
    screen.start();
    server.emit(SCREEN_EVENT);
    surroundings.start();
    refresh();
  });
  page.on('act', (data) => {
    const request = readAct(data);
    if (request) perform(request.action, request.key);
  });
  page.on('note', (data) => {
    const note = readNote(data);
    // Notes come from a list that is open, on a call that is there.
    if (note && list.isOpen() && picture.calls.has(note.key)) errands.note(note.key, note.text);
    refresh();
  });
  page.on('typing', (data) => {
    const isTyping = readTyping(data);
    if (isTyping !== null) list.setTyping(isTyping);
    refresh();
  });
  page.on('settings', (data) => {
    const request = readSettings(data);
    if (request) choice.change(request.player, request.isFinal);
    refresh();
  });
  resource.onStop(() => {
    cards.clear();
    apply({ reset: true, isOnDuty: false });
    heartbeat.stop();
    controls.stop();
    requests.stop();
  });
  if (resource.convar('sonoran_apiKey') === '') server.emit(READY_EVENT);
  else server.emit(READY_EVENT, true);
}
