// The screen of a player in stories: the messages that its page gets, in short lines.

import type { Card, ListView, PanicBanner, ScreenMessage } from '../../shared/screen.ts';
import type { PlayerGame, World } from './world.ts';

/** A page that has said that it is ready, and what is on it. */
export interface Page {
  readonly game: PlayerGame;
  cards(): string[];
  /** Lines of the list, or null while it is closed. */
  list(): string[] | null;
  panics(): string[];
  /** Sounds that the page was told to play or to end, since the last time it was asked. */
  heard(): string[];
  last<Type extends ScreenMessage['type']>(type: Type): Extract<ScreenMessage, { type: Type }> | undefined;
}

/** Opens the page of a player. */
export async function openPage(world: World, player: number): Promise<Page> {
  const page = pageOf(world, player);
  await page.game.ask('ready', {});
  return page;
}

/** The page of a player, which may not have said that it is there. */
export function pageOf(world: World, player: number): Page {
  const game = world.game(player);
  let told = game.messages().length;
  const last: Page['last'] = (type) =>
    (game.messages() as ScreenMessage[])
      .filter((message): message is Extract<ScreenMessage, { type: typeof type }> => message.type === type)
      .at(-1);
  return {
    game,
    last,
    cards: () => (last('cards')?.cards ?? []).map(tellCard),
    list() {
      const list = last('list')?.list ?? null;
      return list && tellList(list);
    },
    panics: () => (last('panics')?.panics ?? []).map(tellPanic),
    heard() {
      const messages = (game.messages() as ScreenMessage[]).slice(told);
      told += messages.length;
      return messages.flatMap(tellSound);
    },
  };
}

function tellCard(card: Card): string {
  const focus = card.isFocused ? '> ' : '';
  if (card.kind === 'message')
    return `${focus}${card.sign}: ${[card.title, card.subtitle, card.text].join(' | ')}`;
  const { call, state, priority, isMine, isRouted, news } = card;
  const signs = [
    priority.level,
    priority.label,
    state === 'open' ? '' : state,
    isMine ? 'mine' : '',
    isRouted ? 'routed' : '',
  ].filter(Boolean);
  return `${focus}${card.id} [${signs.join(', ')}] ${[call.title, call.caller, call.description, news].filter(Boolean).join(' | ')}`;
}

function tellList({ rows, selected, detail, filter }: ListView): string[] {
  const lines = rows.map(({ key, title }) => `${key === selected ? '> ' : ''}${key} ${title}`);
  return [`${filter}:`, ...lines, ...(detail ? [`open: ${detail.call.key}`] : [])];
}

const tellPanic = ({ unit, isOwn, position, actions = [] }: PanicBanner) =>
  `${unit}${isOwn ? ' (own)' : ''} ${position ? `${position.x}, ${position.y}` : 'nowhere'} ${actions}`.trim();

function tellSound(message: ScreenMessage): string[] {
  if (message.type === 'silence') return ['silence'];
  if (message.type !== 'sound') return [];
  return [message.sound === 'tone' ? `tone ${message.url} ${message.seconds} s` : message.sound];
}
