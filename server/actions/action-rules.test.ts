import { describe, expect, test } from '@jest/globals';
import { makeCall } from '../../test/support/calls.ts';
import { createActionRules } from './action-rules.ts';
import { type ActionsConfig, actionsConfig } from './actions-config.ts';

const AT = { x: 100, y: 0, z: 30, accuracy: 'exact' } as const;

function refusal(
  config: Partial<ActionsConfig>,
  {
    action = 'respond',
    call = makeCall({ position: AT }),
    at = { x: 0, y: 0, z: 0 } as typeof AT | object | null,
    aces = [''],
  } = {},
) {
  return createActionRules({
    settings: () => ({ ...actionsConfig().parse({}), ...config }),
    players: {
      position: () => at as { x: number; y: number; z: number } | null,
      isAceAllowed: (_, ace) => aces.includes(ace),
    },
    locate: (given) => given,
  }).refusal(1, action as 'respond', call);
}

describe('units may', () => {
  test('everything from everywhere, unless the owner says otherwise', () => {
    expect(refusal({})).toBeNull();
  });

  test.each([
    ['what is not on the list', { allowed: ['note' as const] }, {}, 'not-allowed'],
    ['what is on the list', { allowed: ['respond' as const] }, {}, null],
    ['what they lack the permission for', { requirePermission: true }, {}, 'not-allowed'],
    [
      'what another permission is for',
      { requirePermission: true },
      { aces: ['sonorancad.action.note'] },
      'not-allowed',
    ],
    [
      'what they have the permission for',
      { requirePermission: true },
      { aces: ['sonorancad.action.respond'] },
      null,
    ],
    ['what is too far away', { maxMetres: 99 }, {}, 'too-far'],
    ['what is near', { maxMetres: 101 }, {}, null],
    ['what has no place', { maxMetres: 1 }, { call: makeCall({ position: null }) }, null],
    ['what is about a call, when nobody knows where they are', { maxMetres: 1 }, { at: null }, null],
  ])('%s: %j', (_, config, facts, expected) => {
    expect(refusal(config, facts)).toBe(expected);
  });
});
