// Composition root of the client: deliveries change the calls, and the map and the feed follow from them.

import { type ClientSettings, DELIVERY_EVENT, type Delivery, READY_EVENT } from '../shared/delivery.ts';
import { createCallBlips } from './blips.ts';
import { createCalls } from './calls.ts';
import { loadTranslate } from './load-translate.ts';
import { createFeedNotifier } from './notify/feed.ts';
import type { Game } from './ports.ts';
import { readDelivery } from './read-delivery.ts';

/** Starts the client side. Nothing runs while nothing is told: no ticks, no timers. */
export function start(game: Game): void {
  const { server, resource } = game;
  const translate = loadTranslate(resource);
  const calls = createCalls();
  const callBlips = createCallBlips(game.blips, translate);
  const notifier = createFeedNotifier(game.feed, translate);
  let settings: ClientSettings | null = null;

  function apply(delivery: Delivery): void {
    if (delivery.reset) calls.clear();
    settings = delivery.settings ?? settings;
    delivery.calls?.forEach(calls.put);
    delivery.gone?.forEach(calls.remove);
    if (settings) callBlips.show(calls.all(), settings);
    for (const { key } of delivery.announce ?? []) {
      const call = calls.get(key);
      if (!call) continue;
      notifier.callOpened(call);
      if (settings) callBlips.flash(key, settings.blips.flashMs);
    }
  }

  server.on(DELIVERY_EVENT, (value) => {
    const delivery = readDelivery(value);
    if (delivery) apply(delivery);
    else resource.warn('The server sent something this client does not understand: are both of one version?');
  });
  resource.onStop(() => apply({ reset: true }));
  server.emit(READY_EVENT);
}
