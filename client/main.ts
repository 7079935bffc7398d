// Composition root of the client: deliveries change the picture, and the map and the feed follow from it.

import { type Announcement, DELIVERY_EVENT, type Delivery, READY_EVENT } from '../shared/delivery.ts';
import { loadTranslate } from './load-translate.ts';
import { createMapBlips } from './map-blips.ts';
import { createFeedNotifier } from './notify/feed.ts';
import { createPicture } from './picture.ts';
import type { Game } from './ports.ts';
import { readDelivery } from './read-delivery.ts';
import { callBlip, createWantedBlips, panicBlip } from './wanted-blips.ts';

/** Starts the client side. Nothing runs while nothing is told: no ticks, no timers. */
export function start(game: Game): void {
  const { server, resource } = game;
  const translate = loadTranslate(resource);
  const picture = createPicture();
  const wantedBlips = createWantedBlips(translate);
  const mapBlips = createMapBlips(game.blips);
  const notifier = createFeedNotifier(game.feed, translate);

  function announce(announcement: Announcement): void {
    const flashMs = picture.settings?.blips.flashMs ?? 0;
    if ('key' in announcement) mapBlips.flash(callBlip(announcement.key), flashMs);
    if (announcement.kind === 'panic') mapBlips.flash(panicBlip(announcement.ident), flashMs);
    notifier.show(announcement, 'key' in announcement ? picture.calls.get(announcement.key) : undefined);
  }

  function apply(delivery: Delivery): void {
    picture.apply(delivery);
    const { settings } = picture;
    if (settings) mapBlips.show(wantedBlips(picture.calls.values(), picture.panics.values(), settings));
    delivery.announce?.forEach(announce);
  }

  server.on(DELIVERY_EVENT, (value) => {
    const delivery = readDelivery(value);
    if (delivery) apply(delivery);
    else resource.warn('The server sent something this client does not understand: are both of one version?');
  });
  resource.onStop(() => apply({ reset: true }));
  server.emit(READY_EVENT);
}
