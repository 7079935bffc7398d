// Stories of the screen: the built client script and a page that is played, from the push event to what is shown.

import type { ScreenMessage } from '../../shared/screen.ts';
import { openPage, pageOf } from './screen-stage.ts';
import { inWorld, onDuty, posts, push, pushCall, pushDispatch, pushFixture, type Story } from './stage.ts';
import { CIVILIAN, type CreateWorld, IRIS, MARA, OFF_DUTY, OFFICER, TOM, type World } from './world.ts';

const ALL = [IRIS, TOM, MARA, CIVILIAN];

/** Pages of all players, and what is on them. */
async function openPages(world: World) {
  const pages = new Map<string, Awaited<ReturnType<typeof openPage>>>();
  for (const { id, name } of ALL) pages.set(name.split(' ')[0] ?? '', await openPage(world, id));
  return {
    of(name: string) {
      const page = pages.get(name);
      if (!page) throw new Error(`${name} has no page`);
      return page;
    },
    cards: () => Object.fromEntries([...pages].map(([name, page]) => [name, page.cards()])),
  };
}

export const screenStories = {
  'a 911 call reaches the page of the officer on duty, and nothing of it any other': (create: CreateWorld) =>
    inWorld(create, {}, async (world) => {
      const iris = await openPage(world, OFFICER.id);
      const others = [await openPage(world, OFF_DUTY.id), await openPage(world, CIVILIAN.id)];
      await pushCall(world, 302, { priority: 1 });
      await world.settle();
      // The samples of the settings are among the texts.
      const said = others.map(({ game }) =>
        JSON.stringify((game.messages() as ScreenMessage[]).filter(({ type }) => type !== 'setup')),
      );
      return {
        cards: iris.cards(),
        position: iris.last('cards')?.cards.map((card) => card.kind === 'call' && card.call.position),
        posts: [OFFICER.id, OFF_DUTY.id, CIVILIAN.id].map((id) => posts(world, id)),
        others: others.map((page) => page.cards()),
        isSecret: said.every((text) => !/Nora Fields|Sinner St|A van/.test(text)),
      };
    }),

  'the dispatch call made from it is the same card, and leads there until arrival': onDuty(async (world) => {
    const pages = await openPages(world);
    const iris = pages.of('Iris');
    const steps: unknown[] = [];
    const look = (step: string) =>
      steps.push({
        step,
        cards: iris.cards(),
        blips: world.sees(IRIS.id).blips.length,
        route: iris.game.route(),
      });

    await pushFixture(world, '04_911_in_game');
    look('911');
    await pushFixture(world, '05_dispatch_new_from_911');
    await pushFixture(world, '06_remove_911');
    look('dispatch');
    await pushFixture(world, '07_unit_attach_single');
    look('attached');
    const { x, y } = iris
      .last('cards')
      ?.cards.map((card) => card.kind === 'call' && card.call.position)[0] || {
      x: 0,
      y: 0,
    };
    world.move(IRIS.id, x + 45, y, 30);
    await world.pass(1100);
    steps.push({ step: 'near', route: iris.game.route() });
    world.move(IRIS.id, x + 30, y, 30);
    await world.pass(1100);
    look('there');
    world.move(IRIS.id, x + 500, y, 30);
    await world.pass(2100);
    steps.push({ step: 'gone on', route: iris.game.route() });
    await pushFixture(world, '30_dispatch_closed');
    look('closed');
    await world.pass(5000);
    look('later');
    return { steps, nora: pages.of('Nora').cards() };
  }),

  'a key leads to the call on the card, and back to the own one; a command ends that': onDuty(
    async (world) => {
      const iris = await openPage(world, IRIS.id);
      iris.game.bind('sonorancad_route', 'J');
      await pushDispatch(world, 501, { idents: [12] });
      await pushCall(world, 302);
      await world.settle();
      const routes = [iris.game.route()];
      iris.game.press('J');
      routes.push(iris.game.route());
      iris.game.press('J');
      routes.push(iris.game.route());
      iris.game.say('/cad route 501');
      routes.push(iris.game.route());
      return routes;
    },
  ),

  'the list by keys alone, which never take the keyboard': (create: CreateWorld) =>
    inWorld(create, {}, async (world) => {
      const { game, list } = await openPage(world, OFFICER.id);
      for (const id of [1, 2, 3]) {
        await pushCall(world, id);
        await world.pass(20);
      }
      await world.settle();
      const seen: unknown[] = [];
      for (const key of ['F9', 'DOWN', 'DOWN', 'DOWN', 'UP', 'RETURN', 'BACK', 'BACK', 'DOWN']) {
        game.press(key);
        await world.pass(50);
        seen.push([key, list(), game.focus().focus]);
      }
      return seen;
    }),

  'the list by mouse: the page has the cursor, and gives it back': (create: CreateWorld) =>
    inWorld(create, {}, async (world) => {
      const { game, list } = await openPage(world, OFFICER.id);
      await pushCall(world, 1);
      await world.settle();
      game.say('/cad list');
      const open = [list(), game.focus()];
      await game.ask('act', { action: 'open', key: '911:1' });
      const detail = list();
      await game.ask('act', { action: 'respond', key: '911:1' });
      await world.settle();
      const route = game.route();
      await game.ask('act', { action: 'close-list' });
      return { open, detail, route, closed: [list(), game.focus()] };
    }),

  'going off duty closes everything, at once': (create: CreateWorld) =>
    inWorld(create, {}, async (world) => {
      const page = await openPage(world, OFFICER.id);
      await pushCall(world, 1);
      await world.settle();
      page.game.say('/cad list');
      const before = page.game.focus().focus;
      world.revoke(OFFICER.id, 'sonorancad.duty');
      await world.pass(2500);
      page.game.press('F9');
      const after = [page.list(), page.game.focus(), page.game.route(), world.sees(OFFICER.id).blips];
      await world.pass(6000);
      return { before, after, chat: world.chat(OFFICER.id).at(-1), cards: page.cards() };
    }),

  'stopping the resource gives mouse and keyboard back and leaves nothing': (create: CreateWorld) =>
    inWorld(create, {}, async (world) => {
      const page = await openPage(world, OFFICER.id);
      await pushCall(world, 1);
      await world.settle();
      page.game.say('/cad list');
      await page.game.ask('act', { action: 'route', key: '911:1' });
      const before = [page.game.focus().cursor, page.game.route() !== null];
      await world.stopResource();
      return { before, focus: page.game.focus(), blips: world.sees(OFFICER.id).blips, cards: page.cards() };
    }),

  'a page that never comes: alerts are posts in the feed, and nothing is sent to it': (create: CreateWorld) =>
    inWorld(create, {}, async (world) => {
      const page = pageOf(world, OFFICER.id);
      await pushCall(world, 1);
      await world.settle();
      page.game.press('F9');
      page.game.say('/cad settings');
      return {
        posts: posts(world, OFFICER.id),
        messages: page.game.messages(),
        focus: page.game.focus().focus,
        chat: world.chat(OFFICER.id),
      };
    }),

  'a page that comes late is told what is on the screen': (create: CreateWorld) =>
    inWorld(create, {}, async (world) => {
      await openPage(world, OFFICER.id);
      await pushCall(world, 1);
      await world.settle();
      const again = await openPage(world, OFFICER.id);
      const types = (again.game.messages() as { type: string }[]).map(({ type }) => type);
      return { cards: again.cards(), types: types.slice(types.lastIndexOf('setup')), posts: posts(world, 1) };
    }),

  'what the player chose in the panel outlasts the resource; what was only tried does not': (
    create: CreateWorld,
  ) =>
    inWorld(create, {}, async (world) => {
      const { game, last } = await openPage(world, OFFICER.id);
      game.say('/cad settings');
      const panel = [last('panel')?.isOpen, game.focus().focus];
      await game.ask('settings', { player: { scale: 1.5 }, isFinal: false });
      const tried = last('setup')?.setup.player.scale;
      await game.ask('settings', { player: { anchor: 'top-left', scale: 1.2 }, isFinal: true });
      await game.ask('act', { action: 'close-panel' });
      const closed = [last('panel')?.isOpen, game.focus().focus];
      await game.ask('settings', { player: { density: 'full' }, isFinal: false });
      await world.restart();
      const page = await openPage(world, OFFICER.id);
      const { anchor, scale, density } = page.last('setup')?.setup.player ?? {};
      return { panel, tried, closed, kept: { anchor, scale, density } };
    }),

  'alerts that a player wants in the feed are there, and not on the page': (create: CreateWorld) =>
    inWorld(create, {}, async (world) => {
      const page = await openPage(world, OFFICER.id);
      await page.game.ask('settings', { player: { notifier: 'feed' }, isFinal: true });
      await pushCall(world, 1);
      await world.settle();
      return { cards: page.cards(), posts: posts(world, OFFICER.id) };
    }),

  'a call for help from the game is a card for the officer': (create: CreateWorld) =>
    inWorld(create, {}, async (world) => {
      const iris = await openPage(world, OFFICER.id);
      world.game(CIVILIAN.id).say('/911 Two men, ~r~armed');
      await world.settle();
      return { cards: iris.cards(), chat: world.chat(CIVILIAN.id) };
    }),

  'notes, edits and a higher priority change the card that is there': onDuty(async (world) => {
    const iris = await openPage(world, IRIS.id);
    const seen: unknown[] = [];
    for (const name of [
      '05_dispatch_new_from_911',
      '07_unit_attach_single',
      '10_dispatch_note',
      '11_dispatch_edit',
    ]) {
      await pushFixture(world, name);
      seen.push([name, iris.cards()]);
    }
    return seen;
  }),

  'a note and a status go from the list to the server, whose answer is shown there; meanwhile the game gets no keys':
    onDuty(async (world) => {
      const iris = await openPage(world, IRIS.id);
      const tom = await openPage(world, TOM.id);
      await pushDispatch(world, 501, { idents: [12] });
      await world.settle();
      const { game } = iris;
      game.say('/cad list');
      await game.ask('act', { action: 'open', key: 'dispatch:501' });
      const focus = [game.focus()];
      await game.ask('typing', { isTyping: true });
      focus.push(game.focus());
      await game.ask('note', { key: 'dispatch:501', text: 'Two suspects <b>~r~north' });
      await game.ask('typing', { isTyping: false });
      focus.push(game.focus());
      await world.settle();
      const note = iris.last('list')?.list?.detail?.note;

      await game.ask('act', { action: 'status' });
      const offered = iris.last('list')?.list?.menu?.statuses.map(({ label }) => label);
      await game.ask('act', { action: 'set-status', key: '1' });
      await world.settle();
      const list = iris.last('list')?.list;
      const ofTom = tom.last('list')?.list ?? null;
      return {
        focus: focus.map(({ focus: hasFocus, keepInput }) => [hasFocus, keepInput]),
        ...{ note, offered, status: list?.status, menu: list?.menu, ofTom },
        said: iris.cards().filter((card) => card.includes('warning')),
      };
    }),

  'a station alert and a pager are cards with signs of their own': onDuty(async (world) => {
    const tom = await openPage(world, TOM.id);
    const iris = await openPage(world, IRIS.id);
    await pushFixture(world, '17_station_alert');
    await pushFixture(world, '18_pager_reborn');
    await push(world, 'EVENT_PAGER_REBORN', { players: [12], nature: 'Administrative', body: 'Briefing' });
    await world.settle();
    return { tom: tom.cards(), iris: iris.cards() };
  }),
} satisfies Record<string, Story>;
