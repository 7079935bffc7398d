// Settings of the calls for help that players make.

import { once } from '../../shared/once.ts';
import * as z from '../zod.ts';

const line = once(() =>
  z.strictObject({
    command: z
      .string()
      .check(
        z.regex(/^[a-z0-9_-]{1,30}$/i, 'expected a word of 1 to 30 letters, digits, _ or -, without a slash'),
      )
      .check(z.describe('Name of the command, without the slash')),
    isEmergency: z._default(z.boolean(), true).check(z.describe('An emergency, or a civil call')),
    prefix: z
      ._default(z.string().check(z.maxLength(40)), '')
      .check(z.describe('Put in front of what the caller says')),
  }),
);

export const emergencyConfig = once(() =>
  z.group({
    isEnabled: z._default(z.boolean(), true).check(z.describe('Players can call for help by command')),
    lines: z
      ._default(z.array(line()).check(z.maxLength(10)), [
        { command: '911', isEmergency: true, prefix: '' },
        { command: '311', isEmergency: false, prefix: '' },
        { command: '511', isEmergency: false, prefix: 'Towing: ' },
      ])
      .check(z.describe('The commands: name, "isEmergency", and "prefix" in front of what the caller says')),
    cooldownSeconds: z
      ._default(z.number().check(z.minimum(0), z.maximum(3600)), 30)
      .check(z.describe('Between two calls of a player')),
    allowAnonymous: z
      ._default(z.boolean(), true)
      .check(z.describe('A caller who begins with "anon" is not named: /911 anon shots fired')),
    anonymousName: z
      ._default(z.string().check(z.maxLength(60)), 'Anonymous')
      .check(z.describe('Stands in the place of the name then')),
    tellCaller: z
      ._default(z.boolean(), true)
      .check(z.describe('The caller hears who responds, who is there, and that the call was closed')),
  }),
);

export type EmergencyConfig = z.output<ReturnType<typeof emergencyConfig>>;
