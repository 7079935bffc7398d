import { describe, expect, test } from '@jest/globals';
import { createEvents } from './events.ts';

const NOTHING = new Uint8Array();

function setUp() {
  const seen: string[] = [];
  const reactions = new Map<string, () => void>();
  const events = createEvents({
    deliver(resource, name, _payload, source) {
      seen.push(`${resource} ${name}${source && ` ${source}`}`);
      reactions.get(`${resource} ${name}`)?.();
    },
  });
  const trigger = (name: string, source?: string) => events.trigger(name, NOTHING, source);
  return { events, seen, reactions, trigger };
}

test('an event reaches the resources that asked for it, in the order they asked', () => {
  const { events, seen, trigger } = setUp();
  events.subscribe('b', 'x');
  events.subscribe('a', 'x');
  events.subscribe('b', 'x');
  trigger('x', 'net:3');
  trigger('y');
  expect(seen).toEqual(['b x net:3', 'a x net:3']);
});

test('those who asked for everything come first', () => {
  const { events, seen, trigger } = setUp();
  events.subscribe('a', 'x');
  events.subscribe('b', '*');
  trigger('x');
  expect(seen).toEqual(['b x', 'a x']);
});

describe('cancelling', () => {
  test('is what the event reports, for itself only', () => {
    const { events, reactions, trigger } = setUp();
    for (const name of ['outer', 'inner']) events.subscribe('a', name);
    reactions.set('a inner', () => events.cancel());
    reactions.set('a outer', () => expect(trigger('inner')).toBe(false));
    expect(trigger('outer')).toBe(true);
    expect(events.wasCanceled()).toBe(false);
    expect(trigger('inner')).toBe(false);
    expect(events.wasCanceled()).toBe(true);
  });

  test('outside an event does nothing', () => {
    const { events, trigger } = setUp();
    events.cancel();
    expect(trigger('x')).toBe(true);
  });
});

describe('queued events', () => {
  test('run when the queue is run, with those queued meanwhile', () => {
    const { events, seen, reactions } = setUp();
    for (const name of ['x', 'y']) events.subscribe('a', name);
    reactions.set('a x', () => events.queue('y', NOTHING, ''));
    events.queue('x', NOTHING, 'net:1');
    expect(seen).toEqual([]);
    events.runQueue();
    expect(seen).toEqual(['a x net:1', 'a y']);
  });

  test('may be for one resource only, and say when they are done', () => {
    const { events, seen } = setUp();
    for (const resource of ['a', 'b']) events.subscribe(resource, 'x');
    events.queue('x', NOTHING, '', 'b', () => seen.push('done'));
    events.queue('y', NOTHING, '', 'b');
    events.runQueue();
    expect(seen).toEqual(['b x', 'done']);
  });
});

test('events of NUI callbacks come from the host alone', () => {
  const { events, seen, trigger } = setUp();
  events.subscribe('a', '__cfx_nui:close');
  trigger('__cfx_nui:close');
  expect(seen).toEqual([]);
  events.queue('__cfx_nui:close', NOTHING, 'nui', 'a');
  events.runQueue();
  expect(seen).toEqual(['a __cfx_nui:close nui']);
});

test('observers and handlers of the host go before scripts', () => {
  const { events, seen, trigger } = setUp();
  events.subscribe('a', 'x');
  const stopObserving = events.observe((name) => seen.push(`observed ${name}`));
  const stopHandling = events.handle('x', () => seen.push('handled'));
  trigger('x');
  stopObserving();
  stopHandling();
  trigger('x');
  expect(seen).toEqual(['observed x', 'handled', 'a x', 'a x']);
});
