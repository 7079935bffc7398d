// The events of a shift in any order and any number: what is known in the end is the same, but for the few pairs whose
// order means something (docs/state.md).

import { describe, expect, test } from '@jest/globals';
import type { Call } from '../../shared/call.ts';
import { storyNames } from '../support/fixtures.ts';
import { playFixtures } from '../support/play-events.ts';
import { fc } from '../support/properties.ts';

/** Number of a fixture in the story: `12` for `12_unit_panic_on`. */
type Step = string;
const steps: readonly Step[] = storyNames.map((name) => name.slice(0, 2));
const nameOf = (step: Step) => storyNames[steps.indexOf(step)] ?? '';

/** What must come first, what after it, and why. Nothing else in the story depends on its order. */
const ORDERED: readonly [earlier: Step, later: Step, why: string][] = [
  ['02', '08', 'a login sets the status'],
  ['02', '09', 'a login sets the place'],
  ['02', '12', 'a login says whether there is panic'],
  ['02', '22', 'a login sets the group'],
  ['02', '23', 'a login sets the group'],
  ['02', '31', 'logging in and out'],
  ['03', '23', 'a login sets the group'],
  ['09', '12', 'an update says whether there is panic'],
  ['09', '22', 'an update sets the group'],
  ['09', '23', 'an update sets the group'],
  ['12', '13', 'panic on and off'],
  ['22', '23', 'two names for a group'],
  ['23', '24', 'a group is left under its present name'],
  ['07', '29', 'attached and detached'],
  ['11', '29', 'an edit lists who is attached'],
  ['10', '11', 'two notes of one second'],
];
/** Events about units mean something once these are known. */
const LOGINS: readonly Step[] = ['01', '02', '03'];

/** Plays steps and tells what is known then. Which number gives a call its key depends on which came first. */
function outcome(played: readonly Step[]): unknown {
  const store = playFixtures(played.map(nameOf));
  return {
    calls: store.incidents
      .openCalls()
      .map(({ key: _, ...call }: Call) => ({ ...call, idents: [...call.idents].sort() })),
    units: store.units
      .all()
      .map(({ loggedInAt: _, ...unit }) => unit)
      .sort((a, b) => a.ident - b.ident),
  };
}

interface Event {
  readonly step: Step;
  /** 0, or 1 for the second copy. */
  readonly copy: number;
  readonly weight: number;
}

/** The events sorted by weight as far as the pairs allow: what has to wait waits for everything before it. */
function arrange(events: readonly Event[]): Step[] {
  const waiting = [...events].sort((a, b) => a.weight - b.weight);
  const arranged: Step[] = [];
  const mustWaitFor = (event: Event, other: Event) =>
    other.step === event.step
      ? other.copy < event.copy
      : ORDERED.some(([earlier, later]) => earlier === other.step && later === event.step);
  while (waiting.length > 0) {
    const at = waiting.findIndex((event) => !waiting.some((other) => mustWaitFor(event, other)));
    arranged.push(...waiting.splice(at, 1).map(({ step }) => step));
  }
  return arranged;
}

/** Some of the story, with repetitions, in an order of its own. */
const shuffled = fc.subarray(steps.filter((step) => !LOGINS.includes(step))).chain((some) => {
  const played = steps.filter((step) => LOGINS.includes(step) || some.includes(step));
  const events = played.flatMap((step) => [0, 1].map((copy) => ({ step, copy })));
  return fc
    .tuple(
      ...events.map(({ step, copy }) =>
        fc.record({
          step: fc.constant(step),
          copy: fc.constant(copy),
          weight: fc.double({ noNaN: true }),
          isThere: fc.boolean(),
        }),
      ),
    )
    .map((all) => ({ played, arranged: arrange(all.filter(({ copy, isThere }) => copy === 0 || isThere)) }));
});

const withWeights = (weigh: (index: number) => number) =>
  arrange(steps.map((step, index) => ({ step, copy: 0, weight: weigh(index) })));

describe('the story ends the same', () => {
  const expected = outcome(steps);

  test('with everything twice', () =>
    expect(outcome(steps.flatMap((step) => [step, step]))).toEqual(expected));
  test('told twice over', () => expect(outcome([...steps, ...steps])).toEqual(expected));
  test('backwards', () => expect(outcome(withWeights((index) => -index))).toEqual(expected));

  test('in part, shuffled and with repetitions, as that part in its order', () => {
    fc.assert(
      fc.property(shuffled, ({ played, arranged }) => {
        expect(outcome(arranged)).toEqual(outcome(played));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the order means something in', () => {
  test.each(ORDERED)('%s before %s: %s', (earlier, later) => {
    const known = [...LOGINS, '05'].filter((step) => step !== earlier && step !== later);
    expect(outcome([...known, earlier, later])).not.toEqual(outcome([...known, later, earlier]));
  });
});
