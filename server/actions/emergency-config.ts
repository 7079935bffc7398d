// Settings of the calls for help that players make.

import * as z from 'zod';

const line = z.strictObject({
  command: z
    .string()
    .regex(/^[a-z0-9_-]{1,30}$/i, 'expected a word of 1 to 30 letters, digits, _ or -, without a slash')
    .describe('Name of the command, without the slash'),
  isEmergency: z.boolean().default(true).describe('An emergency, or a civil call'),
  prefix: z.string().max(40).default('').describe('Put in front of what the caller says'),
});

export const emergencyConfig = z
  .strictObject({
    isEnabled: z.boolean().default(true).describe('Players can call for help by command'),
    lines: z
      .array(line)
      .max(10)
      .default([
        { command: '911', isEmergency: true, prefix: '' },
        { command: '311', isEmergency: false, prefix: '' },
        { command: '511', isEmergency: false, prefix: 'Towing: ' },
      ])
      .describe('The commands: name, "isEmergency", and "prefix" in front of what the caller says'),
    cooldownSeconds: z.number().min(0).max(3600).default(30).describe('Between two calls of a player'),
    allowAnonymous: z
      .boolean()
      .default(true)
      .describe('A caller who begins with "anon" is not named: /911 anon shots fired'),
    anonymousName: z.string().max(60).default('Anonymous').describe('Stands in the place of the name then'),
    tellCaller: z
      .boolean()
      .default(true)
      .describe('The caller hears who responds, who is there, and that the call was closed'),
  })
  .prefault({});

export type EmergencyConfig = z.output<typeof emergencyConfig>;
