// What goes right here at the edges.

import { expect, test } from '@jest/globals';
import { expectStories } from './expect-stories.ts';
import { knownEdgeBugs, spoofing } from './known-edge-bugs.ts';
import { createSimulatorWorld } from './simulator-world.ts';

expectStories(knownEdgeBugs, {
  'B13 "false" is false: the caller is where the caller is': {
    x: 60,
    y: 70,
    z: 31,
    accuracy: 'caller',
  },
  'B14 an edited address is announced to other resources': [['Alta St', 'Elgin Ave']],
  'B15 numbers may be written as texts': { keys: ['dispatch:501'], idents: [12, 34] },
  'B16 what is over is forgotten, and what nobody ended ends itself': { keys: [], blips: [] },
  'B18 no request but the one for the greeting is answered with anything of ours': ['404 Not Found'],
  'B19 a wrong key is a 400 of one length, told on the console without what was sent': {
    answers: ['400 Authentication Key Failed!', '400 Authentication Key Failed!'],
    large: 413,
    isTold: true,
    leaks: [],
  },
  'B20 a type that is no text is answered': [
    '400 Invalid Payload: type: expected the name of an event, such as EVENT_911',
  ],
  'B22 the caller is read under every name, and facts beside the call too': {
    heard: [[`license:${'c3'.repeat(20)}`, 'Steam:1100001000000c3', '11112222']],
    blips: ['#303 911 Sinner St / Atlee St'],
  },
});

test('B17 no event of a game client passes for one of ours: the host refuses each of them', async () => {
  const { outcome, problems } = await spoofing(createSimulatorWorld);
  expect(outcome).toEqual({ heard: [], isSame: true });
  expect(problems.filter((problem) => !/not safe for net/.test(problem))).toEqual([]);
});
