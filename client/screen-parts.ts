// The parts of the screen: what each shows, and what of it matters.

import type { PlayerAction, ScreenFrame, ScreenMessage, ScreenSetup } from '../shared/screen.ts';
import type { Cards } from './cards.ts';
import type { Language } from './language.ts';
import type { List } from './list.ts';
import type { PanicBanners } from './panic-banners.ts';
import type { Picture } from './picture.ts';
import type { PlayerChoice } from './player-choice.ts';
import type { ScreenPart } from './screen.ts';

export interface ScreenPartPorts {
  readonly picture: Picture;
  readonly choice: PlayerChoice;
  readonly cards: Cards;
  readonly list: List;
  readonly banners: PanicBanners;
  readonly language: Language;
  /** Notifiers that the player may choose from. */
  readonly notifiers: () => readonly string[];
  readonly keys: () => Partial<Record<PlayerAction, string>>;
  readonly isPanelOpen: () => boolean;
  readonly frame: () => ScreenFrame;
}

/** In the order in which the page is told. */
export function createScreenParts(ports: ScreenPartPorts): ScreenPart[] {
  const { picture, choice, cards, list, banners, language, keys, isPanelOpen, frame } = ports;

  const setup = (): ScreenSetup => ({
    texts: language.pageTexts(),
    language: language.name(),
    distances: picture.settings?.distances ?? 'metric',
    player: choice.read(),
    frame: frame(),
    keys: keys(),
    notifiers: ports.notifiers(),
  });

  let texts: unknown = null;
  let edition = 0;
  /** The texts are many and hardly ever change: they are not looked through each time. */
  function setupTrait(): string {
    const { texts: present, ...rest } = setup();
    if (present !== texts) edition += 1;
    texts = present;
    return JSON.stringify([edition, rest]);
  }

  /** Time that runs out is no change: the page counts it down by itself. */
  function cardsTrait(): string {
    const { cards: shown, more } = cards.view();
    return JSON.stringify([shown.map((card) => ({ ...card, time: card.time?.of })), more]);
  }

  return [
    { trait: setupTrait, message: () => ({ type: 'setup', setup: setup() }) },
    { trait: cardsTrait, message: () => ({ type: 'cards', ...cards.view() }) },
    part(() => ({ type: 'panics', panics: banners.view() })),
    {
      trait: () => JSON.stringify(list.view()),
      message: () => ({ type: 'list', list: list.view(), now: picture.serverNow() }),
    },
    part(() => ({ type: 'panel', isOpen: isPanelOpen() })),
  ];
}

/** A part all of which matters. */
function part(message: () => ScreenMessage): ScreenPart {
  return { trait: () => JSON.stringify(message()), message };
}
