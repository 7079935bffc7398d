// The client script with a game and a page that are played: what tests of the screen share.

import { readFileSync } from 'node:fs';
import { start } from '../../client/main.ts';
import type { CallView } from '../../shared/call.ts';
import { type ClientSettings, DELIVERY_EVENT, type Delivery } from '../../shared/delivery.ts';
import type { Card, ListView, ScreenMessage } from '../../shared/screen.ts';
import type { UnitView } from '../../shared/unit.ts';
import { makeCallView } from './calls.ts';
import { makeClientSettings } from './client-settings.ts';
import { createFakeGame } from './fake-game.ts';

export const files = { 'locales/en.json': readFileSync('locales/en.json', 'utf8') };
export const OWN: UnitView = {
  ...{ ident: 12, unitNum: '2-ADAM-14', name: 'Iris Dale', department: 'LSPD' },
  ...{ page: 0, status: 2, statusLabel: 'AVAILABLE', isPanic: false },
};

/** A player on duty whose page is ready. */
export function setUp(settings: Partial<ClientSettings> = {}, isReady = true) {
  const game = createFakeGame(files);
  start(game);
  const receive = (delivery: Delivery) => game.receive(DELIVERY_EVENT, delivery);
  receive({
    ...{ reset: true, now: game.clock.now(), isOnDuty: true, unit: OWN, calls: [], panics: [] },
    settings: makeClientSettings(settings),
  });
  if (isReady) game.ask('ready');
  const last = <T extends ScreenMessage['type']>(type: T) =>
    game.messages
      .filter((message): message is Extract<ScreenMessage, { type: T }> => message.type === type)
      .at(-1);
  const announce = (call: CallView, kind: 'call-opened' | 'attached' | 'priority' = 'call-opened') =>
    receive({ calls: [call], announce: [{ kind, key: call.key }] });
  return {
    game,
    receive,
    last,
    announce,
    cards: (): readonly Card[] => last('cards')?.cards ?? [],
    ids: () => (last('cards')?.cards ?? []).map(({ id }) => id),
    focused: () => last('cards')?.cards.find(({ isFocused }) => isFocused)?.id,
    list: (): ListView | null => last('list')?.list ?? null,
    routed: () => [...game.map.values()].find(({ route }) => route !== null)?.look?.name ?? null,
  };
}

export const at = (x: number, y = 0) => ({ x, y, z: null, accuracy: 'exact' }) as const;
export const call = (number: number, overrides: Partial<CallView> = {}) =>
  makeCallView({
    ...{ key: `911:${number}`, emergencyId: number, position: at(number * 100), openedAt: number },
    ...overrides,
  });
export const mine = (number: number, overrides: Partial<CallView> = {}) =>
  call(number, { stage: 'dispatch', dispatchId: number, idents: [12], units: [OWN], ...overrides });
