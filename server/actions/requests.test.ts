import { describe, expect, test } from '@jest/globals';
import { ANSWER_EVENT, REQUEST_EVENT, type RequestAnswer } from '../../shared/requests.ts';
import { makeCall } from '../../test/support/calls.ts';
import { createManualClock } from '../../test/support/manual-clock.ts';
import { settle } from '../../test/support/settle.ts';
import { makeUnit } from '../../test/support/units.ts';
import type { Outcome } from './outcome.ts';
import { createRequests } from './requests.ts';

/** Player 1 is on duty as unit 12 and sees call 302; 2 is on duty without a unit; everybody else is off duty. */
function setUp({ forbidden = '', isFar = false } = {}) {
  const clock = createManualClock();
  const done: string[] = [];
  const answers: (RequestAnswer & { player: number })[] = [];
  const defects: string[] = [];
  let listener: (player: number, ...args: unknown[]) => void = () => {};
  let outcome: () => Promise<Outcome> = async () => ({ ok: true });
  const act =
    (name: string) =>
    (...args: unknown[]) => {
      done.push(
        [name, ...args.map((arg) => (typeof arg === 'object' ? '' : String(arg)))].filter(Boolean).join(' '),
      );
      return outcome() as Promise<never>;
    };
  const requests = createRequests({
    clock,
    bus: {
      pack: (args) => ({ bytes: args[0], size: 1 }),
      send: (event, player, { bytes }) => {
        if (event === ANSWER_EVENT) answers.push({ player, ...(bytes as RequestAnswer) });
      },
      on: (event, run) => {
        if (event === REQUEST_EVENT) listener = run;
      },
    },
    actions: {
      ...{ respond: act('respond'), detach: act('detach'), addNote: act('addNote') },
      ...{ setStatus: act('setStatus'), setPanic: act('setPanic') },
      ...{ createEmergencyCall: act('createEmergencyCall'), createDispatchCall: act('createDispatchCall') },
      ...{ setPrimary: act('setPrimary'), setPostal: act('setPostal') },
    },
    isOnDuty: (player) => player <= 2,
    unitOf: (player) => (player === 1 ? makeUnit() : null),
    rules: {
      refusal: (_, action, call) => (action === forbidden ? 'not-allowed' : call && isFar ? 'too-far' : null),
    },
    visibleCall: (player, key) => (player === 1 && key === '911:302' ? makeCall() : null),
    callForHelp: act('callForHelp'),
    onDefect: (where) => defects.push(where),
  });
  const ask = async (player: number, id: unknown, request: unknown) => {
    listener(player, id, request);
    await settle();
  };
  return {
    requests,
    clock,
    done,
    answers,
    defects,
    ask,
    result: (with_: typeof outcome) => (outcome = with_),
  };
}

const respond = { action: 'respond', key: '911:302' };

describe('a player may', () => {
  test.each<[string, number, unknown, string]>([
    ['respond', 1, respond, 'respond'],
    ['leave', 1, { action: 'detach' }, 'detach'],
    ['write a note', 1, { action: 'note', key: '911:302', text: 'x' }, 'addNote x'],
    ['change status', 1, { action: 'status', status: 'busy' }, 'setStatus busy'],
    ['be the first', 1, { action: 'primary', key: '911:302' }, 'setPrimary'],
    ['change the postal', 1, { action: 'postal', key: '911:302', postal: '8112' }, 'setPostal 8112'],
    ['press the panic button', 1, { action: 'panic', isPanic: true }, 'setPanic true'],
    [
      'call for help off duty',
      9,
      { action: 'call', line: '911', text: 'x', street: '', isAnonymous: false },
      'callForHelp 9',
    ],
  ])('%s', async (_, player, request, expected) => {
    const { ask, done, answers } = setUp();
    await ask(player, 5, request);
    expect([done, answers]).toEqual([[expected], [{ player, id: 5, ok: true }]]);
  });
});

describe('a player is refused', () => {
  test.each<[string, number, unknown, string]>([
    ['off duty', 9, respond, 'off-duty'],
    ['without a unit', 2, respond, 'no-unit'],
    ['a call that is not there or not for the player', 1, { action: 'respond', key: '911:1' }, 'no-call'],
    ['a key that is inherited', 1, { action: 'respond', key: 'constructor' }, 'no-call'],
    ['an action that is none', 1, { action: 'format' }, 'invalid'],
    ['a note without text', 1, { action: 'note', key: '911:302' }, 'invalid'],
    ['a very long note', 1, { action: 'note', key: '911:302', text: 'x'.repeat(2001) }, 'invalid'],
    ['a status that is none', 1, { action: 'status', status: { a: 1 } }, 'invalid'],
    ['a panic that is neither', 1, { action: 'panic', isPanic: 'yes' }, 'invalid'],
    ['to be the first on a call not for them', 1, { action: 'primary', key: '911:1' }, 'no-call'],
    ['a postal of a call not for them', 1, { action: 'postal', key: '911:1', postal: '1' }, 'no-call'],
    ['a postal that is none', 1, { action: 'postal', key: '911:302', postal: 5 }, 'invalid'],
    ['nothing at all', 1, null, 'invalid'],
  ])('%s', async (_, player, request, code) => {
    const { ask, done, answers } = setUp();
    await ask(player, 5, request);
    expect([done, answers]).toEqual([[], [{ player, id: 5, ok: false, code }]]);
  });

  test('what the owner does not want, and what is too far away', async () => {
    const strict = setUp({ forbidden: 'status' });
    await strict.ask(1, 1, { action: 'status', status: 1 });
    await strict.ask(1, 2, respond);
    expect([strict.done, strict.answers[0]?.code]).toEqual([['respond'], 'not-allowed']);
    const far = setUp({ isFar: true });
    await far.ask(1, 1, respond);
    await far.ask(1, 2, { action: 'status', status: 1 });
    expect([far.done, far.answers[0]?.code]).toEqual([['setStatus 1'], 'too-far']);
    // Of a call that the player may not see, they do not even learn that it is far away.
    await far.ask(1, 3, { action: 'respond', key: '911:1' });
    expect(far.answers.at(-1)?.code).toBe('no-call');
  });

  test.each([['a text'], [-1], [1.5], [undefined], [Number.NaN]])('an answer to the id %s', async (id) => {
    const { ask, answers } = setUp();
    await ask(1, id, respond);
    expect(answers).toEqual([]);
  });

  test('the same while it is under way, and no longer', async () => {
    const { ask, answers, result } = setUp();
    let finish = (_: Outcome) => {};
    result(() => new Promise((resolve) => (finish = resolve)));
    await ask(1, 1, respond);
    await ask(1, 2, respond);
    finish({ ok: true });
    await settle();
    result(async () => ({ ok: true }));
    await ask(1, 3, respond);
    expect(answers.map(({ id, code }) => [id, code])).toEqual([
      [2, 'busy'],
      [1, undefined],
      [3, undefined],
    ]);
  });

  test('a flood, but not for long', async () => {
    const { ask, done, answers, clock } = setUp();
    for (let id = 0; id < 50; id += 1) await ask(1, id, respond);
    expect(done).toHaveLength(6);
    expect(answers.filter(({ code }) => code === 'too-fast')).toHaveLength(44);
    clock.advance(1000);
    await ask(1, 99, respond);
    expect(done).toHaveLength(7);
  });
});

test('the reason of the CAD goes along, other reasons are words of the client', async () => {
  const { ask, answers, result } = setUp();
  result(async () => ({ ok: false, code: 'cad', reason: 'Plan too low.' }));
  await ask(1, 1, respond);
  result(async () => ({ ok: false, code: 'no-status', reason: 'English.' }));
  await ask(1, 2, respond);
  expect(answers).toEqual([
    { player: 1, id: 1, ok: false, code: 'cad', reason: 'Plan too low.' },
    { player: 1, id: 2, ok: false, code: 'no-status' },
  ]);
});

test('a defect of ours is answered, and told to the console', async () => {
  const { ask, answers, defects, result } = setUp();
  result(async () => {
    throw new Error('x');
  });
  await ask(1, 1, respond);
  expect([answers, defects]).toEqual([
    [expect.objectContaining({ ok: false, code: 'cad' })],
    ['doing "respond" for player 1'],
  ]);
});
