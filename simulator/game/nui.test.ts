import { beforeEach, describe, expect, test } from '@jest/globals';
import type { FunctionRef } from '../natives/native.ts';
import type { TestGame } from './test-support.ts';
import { testGame } from './test-support.ts';

let rig: TestGame;
beforeEach(() => {
  rig = testGame();
});

type Answer = (...args: unknown[]) => void;
function ref(run: (data: unknown, answer: Answer) => void): FunctionRef & { released: number } {
  const made = {
    id: 'cad:0:1',
    released: 0,
    call: (...args: unknown[]) => run(args[0], args[1] as Answer),
    release() {
      made.released += 1;
    },
  };
  return made;
}
const register = (type: string, run: (data: unknown, answer: Answer) => void) =>
  rig.call('RegisterNuiCallback', type, ref(run));

/** Whether a promise has settled by now. */
async function isOpen(promise: Promise<unknown>): Promise<boolean> {
  const open = Symbol('open');
  promise.catch(() => {});
  return (await Promise.race([promise, new Promise((done) => setImmediate(done, open))])) === open;
}

describe('SendNuiMessage', () => {
  test('gives the page what the JSON says', () => {
    expect(rig.call('SendNuiMessage', '{"type":"show","calls":[1]}')).toBe(true);
    expect(rig.game.nuiMessages).toEqual([{ resource: 'cad', data: { type: 'show', calls: [1] } }]);
  });

  test('needs JSON', () => {
    expect(rig.call('SendNuiMessage', '{')).toBe(false);
    expect(rig.takeProblems()).toEqual(['nui: SendNuiMessage: the message is no JSON']);
  });

  test.each([[[]], [['a.html', 'b.html']]])('needs exactly one ui_page, not %j', (pages: string[]) => {
    rig.metadata.cad = { ui_page: pages };
    expect(rig.call('SendNuiMessage', '{}')).toBe(false);
    expect(rig.takeProblems()).toEqual([expect.stringContaining('no UI frame')]);
    expect(rig.game.nuiMessages).toEqual([]);
  });
});

describe('a callback', () => {
  test('runs on the next tick and answers with what cb is given', async () => {
    register('respond', (data, answer) => answer({ got: data, list: [undefined] }));
    const posted = rig.game.postNui('cad', 'respond', { call: 5 });
    expect(await isOpen(posted)).toBe(true);
    rig.tick();
    await expect(posted).resolves.toEqual({ got: { call: 5 }, list: [null] });
  });

  test('gets null for an empty body', async () => {
    register('ready', (data, answer) => answer(data));
    const posted = rig.game.postNui('cad', 'ready', undefined);
    rig.tick();
    await expect(posted).resolves.toBeNull();
  });

  test('answers null for cb(undefined), and later than the call if it likes', async () => {
    let later: Answer = () => {};
    register('ready', (_, answer) => {
      later = answer;
    });
    const posted = rig.game.postNui('cad', 'ready', {});
    rig.tick();
    later(undefined);
    await expect(posted).resolves.toBeNull();
  });

  test('leaves the page waiting when cb is called with none or several values', async () => {
    register('none', (_, answer) => answer());
    register('two', (_, answer) => answer(1, 2));
    register('silent', () => {});
    const posted = ['none', 'two', 'silent'].map((type) => rig.game.postNui('cad', type, {}));
    rig.tick();
    for (const each of posted) expect(await isOpen(each)).toBe(true);
    expect(rig.takeProblems()).toEqual([
      expect.stringContaining('NUI callback none: cb() with 0 values sends nothing'),
      expect.stringContaining('NUI callback two: cb() with 2 values sends nothing'),
    ]);
  });

  test('called back twice is a problem; the first answer counts', async () => {
    register('ready', (_, answer) => {
      answer(1);
      answer(2);
    });
    const posted = rig.game.postNui('cad', 'ready', {});
    rig.tick();
    await expect(posted).resolves.toBe(1);
    expect(rig.takeProblems()).toEqual([expect.stringContaining('cb() was called twice')]);
  });

  test('registered twice runs twice, which is a problem', () => {
    let runs = 0;
    register('ready', () => (runs += 1));
    register('ready', () => (runs += 1));
    expect(rig.takeProblems()).toEqual([
      expect.stringContaining('ready is registered already: both will run'),
    ]);
    void rig.game.postNui('cad', 'ready', {});
    rig.tick();
    expect(runs).toBe(2);
  });

  test('never runs for a body that is no JSON', async () => {
    register('ready', (_, answer) => answer('ok'));
    const posted = rig.game.postNui('cad', 'ready', null, { rawBody: '{' });
    rig.tick();
    expect(await isOpen(posted)).toBe(true);
    expect(rig.takeProblems()).toEqual([expect.stringContaining('the body of ready is no JSON')]);
  });

  test('nobody registered is 404; a path falls back to its first part', async () => {
    register('calls', (_, answer) => answer('list'));
    await expect(rig.game.postNui('cad', 'other', {})).rejects.toMatchObject({ status: 404 });
    await expect(rig.game.postNui('nobody', 'calls', {})).rejects.toMatchObject({ status: 404 });
    const posted = rig.game.postNui('cad', 'calls/5', {});
    rig.tick();
    await expect(posted).resolves.toBe('list');
  });

  test('of the older kind is an event in its resource alone', async () => {
    rig.call('RegisterNuiCallbackType', 'ready');
    const posted = rig.game.postNui('cad', 'ready', { a: 1 });
    rig.tick();
    expect(rig.events).toMatchObject([
      { name: '__cfx_nui:ready', resource: 'cad', args: [{ a: 1 }, expect.any(Function)] },
    ]);
    const answer = rig.events[0]?.args[1] as Answer;
    answer('answered');
    await expect(posted).resolves.toBe('answered');
  });

  test('is open to the pages of other resources unless strict mode keeps them out', async () => {
    register('ready', (_, answer) => answer('ok'));
    const foreign = rig.game.postNui('cad', 'ready', {}, { fromResource: 'other' });
    rig.tick();
    await expect(foreign).resolves.toBe('ok');
    rig.metadata.cad = { ui_page: ['a'], nui_callback_strict_mode: ['true'] };
    await expect(rig.game.postNui('cad', 'ready', {}, { fromResource: 'other' })).rejects.toMatchObject({
      status: 404,
    });
    expect(rig.takeProblems()).toEqual([
      expect.stringContaining('strict mode keeps ready from the page of other'),
    ]);
    const own = rig.game.postNui('cad', 'ready', {});
    rig.tick();
    await expect(own).resolves.toBe('ok');
  });

  test('in strict mode refuses its own page when the resource has capitals in its name', async () => {
    rig.metadata.Cad = { ui_page: ['a'], nui_callback_strict_mode: ['true'] };
    rig.callAs(
      'Cad',
      'RegisterNuiCallback',
      'ready',
      ref(() => {}),
    );
    await expect(rig.game.postNui('Cad', 'ready', {})).rejects.toMatchObject({ status: 404 });
  });

  test('ends with its resource, which lets go of the function', async () => {
    const made = ref(() => {});
    rig.call('RegisterNuiCallback', 'ready', made);
    const waiting = rig.game.postNui('cad', 'ready', {});
    rig.game.onResourceStop('cad');
    rig.tick();
    expect(made.released).toBe(1);
    expect(await isOpen(waiting)).toBe(true);
    await expect(rig.game.postNui('cad', 'ready', {})).rejects.toMatchObject({ status: 404 });
  });
});

describe('focus', () => {
  const focus = () => rig.game.nuiFocus;

  test('lasts until every resource gave it back', () => {
    rig.metadata.other = { ui_page: ['x'] };
    rig.call('SetNuiFocus', true, true);
    rig.call('SetNuiFocus', true, true);
    rig.callAs('other', 'SetNuiFocus', true, false);
    expect([focus(), rig.call('IsNuiFocused')]).toEqual([
      { focus: true, cursor: true, keepInput: false },
      true,
    ]);
    rig.call('SetNuiFocus', false, false);
    expect(focus()).toEqual({ focus: true, cursor: false, keepInput: false });
    rig.game.onResourceStop('other');
    expect([focus(), rig.call('IsNuiFocused')]).toEqual([
      { focus: false, cursor: false, keepInput: false },
      false,
    ]);
  });

  test('keeps input for the game only with a resource that has focus', () => {
    rig.call('SetNuiFocusKeepInput', true);
    expect([focus().keepInput, rig.call('IsNuiFocusKeepingInput')]).toEqual([false, false]);
    rig.call('SetNuiFocus', true, false);
    expect([focus().keepInput, rig.call('IsNuiFocusKeepingInput')]).toEqual([true, true]);
  });

  test('goes to no resource without a page', () => {
    rig.callAs('pageless', 'SetNuiFocus', true, true);
    expect(focus().focus).toBe(false);
    expect(rig.takeProblems()).toEqual([expect.stringContaining('it gets no focus')]);
  });
});
