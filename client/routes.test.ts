import { describe, expect, test } from '@jest/globals';
import type { CallView } from '../shared/call.ts';
import type { Delivery } from '../shared/delivery.ts';
import { makeClientSettings } from '../test/support/client-settings.ts';
import { at, call, mine, OWN, setUp } from '../test/support/client-stage.ts';

describe('routes', () => {
  test('lead to the own call, and the player can turn them off and on', () => {
    const { game, announce, routed } = setUp();
    announce(mine(1, { title: 'Burglary' }), 'attached');
    expect(routed()).toContain('Burglary');
    game.run('cad route');
    expect(routed()).toBeNull();
    game.run('cad gps 1');
    expect(routed()).toContain('Burglary');
  });

  test.each<[string, (call: CallView) => Delivery]>([
    ['the unit is taken off', (call) => ({ calls: [{ ...call, idents: [], units: [] }] })],
    ['the call is over', ({ key }) => ({ gone: [key] })],
    ['the call has no place any more', (call) => ({ calls: [{ ...call, position: null }] })],
    ['the player goes off duty', () => ({ reset: true, isOnDuty: false })],
    ['the unit is on scene', () => ({ unit: { ...OWN, status: 4 } })],
  ])('end when %s', (_, change) => {
    const { receive, announce, routed } = setUp();
    const own = mine(1);
    announce(own, 'attached');
    expect(routed()).not.toBeNull();
    receive(change(own));
    expect(routed()).toBeNull();
  });

  test('to a call that the player answered end when the unit is taken off it, those to other calls do not', () => {
    const { game, receive, announce, routed } = setUp();
    announce(call(1));
    game.run('cad respond');
    receive({ calls: [mine(1)] });
    expect(routed()).not.toBeNull();
    receive({ calls: [mine(1, { idents: [], units: [] })] });
    expect(routed()).toBeNull();
    announce(call(2));
    game.run('cad route');
    receive({ calls: [call(2, { description: 'More' })] });
    expect(routed()).not.toBeNull();
  });

  test('end on arrival, and begin again when the call moves', () => {
    const { game, receive, announce, routed } = setUp();
    announce(mine(1), 'attached');
    Object.assign(game.player, { x: 80 });
    game.clock.advance(1_200);
    expect(routed()).toBeNull();
    receive({ calls: [mine(1, { description: 'More' })] });
    expect(routed()).toBeNull();
    receive({ calls: [mine(1, { position: at(900) })] });
    expect(routed()).not.toBeNull();
  });

  test('lead to a call that is too old to have a blip otherwise', () => {
    const { game, receive, routed } = setUp({ blips: { ...makeClientSettings().blips, max: 1 } });
    receive({ calls: [call(1, { title: 'Old' }), call(2, { title: 'New' }), mine(3, { title: 'Mine' })] });
    game.run('cad route 1');
    expect([game.map.size, routed()]).toEqual([1, expect.stringContaining('Old')]);
  });

  test('follow a call that moves', () => {
    const { game, receive, announce } = setUp();
    announce(mine(1), 'attached');
    game.blipCalls.length = 0;
    receive({ calls: [mine(1, { position: at(5) })] });
    expect(game.blipCalls).toEqual(['move', 'route']);
  });

  test('lead to a panic, which goes before calls', () => {
    const { game, receive, announce, routed } = setUp();
    announce(mine(1), 'attached');
    receive({ panics: [{ ident: 34, unit: 'E-61', position: { x: 1, y: 2, z: 3 } }] });
    game.run('sonorancad_route');
    expect(routed()).toBe('PANIC E-61');
    receive({ panicsGone: [34] });
    expect(routed()).not.toBe('PANIC E-61');
  });

  test('there is one timer while there is a route, and none without', () => {
    const { game, receive } = setUp();
    receive({ calls: [mine(1)] });
    expect(game.clock.pending()).toBe(1);
    receive({ gone: ['911:1'] });
    expect(game.clock.pending()).toBe(0);
  });
});
