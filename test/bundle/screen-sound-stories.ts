// Stories of what the page sounds and warns of: panics, tones from allowed places, mute; and of what it costs.

import { openPage, pageOf } from './screen-stage.ts';
import { inWorld, onDuty, push, pushCall, pushFixture, type Story } from './stage.ts';
import { CIVILIAN, type CreateWorld, IRIS, MARA, OFFICER, TOM } from './world.ts';

const TONE = 'https://api.sonorancad.com/tone.mp3';

export const screenSoundStories = {
  'a panic is a banner, an alarm and a blip that goes along': onDuty(
    async (world) => {
      const tom = await openPage(world, TOM.id);
      const iris = await openPage(world, IRIS.id);
      const nora = await openPage(world, CIVILIAN.id);
      world.move(IRIS.id, 100, 200, 30);
      await world.settle();
      await pushFixture(world, '12_unit_panic_on');
      const begun = {
        tom: tom.panics(),
        iris: iris.panics(),
        heard: [tom.heard(), iris.heard(), nora.heard()],
      };
      const blipOf = () => world.sees(TOM.id).blips.map(({ name, x, y }) => `${name} ${x}, ${y}`);
      const first = blipOf();
      world.move(IRIS.id, 400, 200, 30);
      await world.pass(5000);
      const later = { blips: blipOf(), banner: tom.panics() };
      await pushFixture(world, '13_unit_panic_off');
      return {
        begun,
        blips: first,
        later,
        over: [tom.panics(), blipOf(), tom.cards()],
        nora: [nora.panics(), nora.cards()],
      };
    },
    { players: [IRIS, TOM, MARA, CIVILIAN] },
  ),

  'a panic leads there by key, and is taken away on this screen only': onDuty(async (world) => {
    const tom = await openPage(world, TOM.id);
    const mara = await openPage(world, MARA.id);
    tom.game.bind('sonorancad_route', 'J');
    world.move(IRIS.id, 100, 200, 30);
    await world.settle();
    await pushFixture(world, '12_unit_panic_on');
    tom.game.press('J');
    const led = tom.game.route();
    await tom.game.ask('act', { action: 'dismiss-panic', key: '12' });
    return { led, tom: tom.panics(), mara: mara.panics().length, blips: world.sees(TOM.id).blips.length };
  }),

  'a tone sounds from an allowed place, and from no other': onDuty(async (world) => {
    const iris = await openPage(world, IRIS.id);
    const tom = await openPage(world, TOM.id);
    const heard: unknown[] = [];
    for (const url of [
      TONE,
      'https://sonorancad.com.example.org/tone.mp3',
      'https://example.org/tone.mp3',
      'http://sonorancad.com/tone.mp3',
      'javascript:alert(1)',
      '',
    ]) {
      await push(world, 'EVENT_TONE', { url, playTonesTo: [{ type: 5, value: 12, label: '' }] });
      await world.pass(2000);
      heard.push([url, iris.heard(), iris.cards().length > 0]);
    }
    return { heard, tom: tom.heard() };
  }),

  'who has muted hears nothing but panics, and those only unless they are muted, too': onDuty(
    async (world) => {
      const iris = await openPage(world, IRIS.id);
      const { game } = iris;
      game.bind('sonorancad_mute', 'M');
      const tone = async () => {
        await push(world, 'EVENT_TONE', { url: TONE, playTonesTo: [{ type: 5, value: 12, label: '' }] });
        await world.pass(2000);
        const sounds = game.sounds().length;
        return { page: iris.heard(), sounds };
      };
      const call = async (id: number) => {
        const before = game.sounds().length;
        await pushCall(world, id);
        await world.pass(2000);
        return game.sounds().length - before;
      };
      const loud = [await call(1), (await tone()).page];
      game.press('M');
      const muted = [await call(2), (await tone()).page];
      await pushFixture(world, '12_unit_panic_on');
      const panic = iris.heard();
      await pushFixture(world, '13_unit_panic_off');
      await game.ask('settings', { player: { isPanicMuted: true }, isFinal: true });
      await world.pass(2000);
      await pushFixture(world, '12_unit_panic_on');
      const silent = iris.heard();
      game.press('M');
      return { loud, muted, panic, silent, again: (await tone()).page };
    },
  ),

  'without a page the game has a sound of its own for each': onDuty(async (world) => {
    const iris = pageOf(world, IRIS.id);
    await pushFixture(world, '12_unit_panic_on');
    await world.pass(2000);
    await push(world, 'EVENT_TONE', { url: TONE, playTonesTo: [{ type: 5, value: 12, label: '' }] });
    await world.settle();
    return { sounds: iris.game.sounds().length, page: iris.heard() };
  }),

  'many alerts in a moment are one sound': (create: CreateWorld) =>
    inWorld(create, {}, async (world) => {
      const { game } = await openPage(world, OFFICER.id);
      for (let id = 1; id <= 8; id++) await pushCall(world, id);
      await world.settle();
      return game.sounds().length;
    }),

  'an idle client runs nothing and tells its page nothing; any number of cards and the list need one slow timer':
    (create: CreateWorld) =>
      inWorld(create, {}, async (world) => {
        const { game } = await openPage(world, OFFICER.id);
        const told = game.messages().length;
        await world.pass(60_000);
        const messages = game.messages().length - told;
        const idle = game.load();
        await pushCall(world, 1);
        await world.settle();
        const one = game.load();
        for (let id = 2; id <= 10; id++) await pushCall(world, id);
        await world.settle();
        const ten = game.load();
        game.press('F9');
        await world.settle();
        const list = game.load();
        game.press('F9');
        await world.pass(60_000);
        const over = game.load();
        const tell = ({ tickers, timers }: typeof idle) => ({
          tickers,
          timers: timers.length,
          isSlow: timers.every((ms) => ms >= 250),
        });
        return { messages, idle, one: tell(one), ten: tell(ten), list: tell(list), over };
      }),
} satisfies Record<string, Story>;
