// Settings of who is on duty.

import * as z from 'zod';

const DUTY_SOURCES = ['cad', 'ace', 'job', 'export'] as const;

/** Names that frameworks and common job packs give to police, sheriff, fire and medical services. */
const DEFAULT_JOBS = [
  'police',
  'lspd',
  'sheriff',
  'bcso',
  'lssd',
  'sasp',
  'sahp',
  'trooper',
  'ranger',
  'ambulance',
  'ems',
  'fire',
  'firefighter',
  'safd',
  'dispatch',
];

const jobRule = z.strictObject({
  name: z.string().trim().min(1).describe('Name of the job or group in the framework, not its label'),
  minGrade: z.int().min(0).optional().describe('Lowest grade that counts; without it every grade does'),
});

export const dutyConfig = z
  .strictObject({
    sources: z
      .array(z.enum(DUTY_SOURCES))
      .default([...DUTY_SOURCES])
      .describe(
        'What puts players on duty: "cad" (logged in to the CAD as a unit or dispatcher), "ace" (the permission sonorancad.duty), "job" (a job in ESX, QBCore, Qbox or ox_core), "export" (another resource says so)',
      ),
    combine: z
      .enum(['any', 'all'])
      .default('any')
      .describe(
        '"any": one of the sources is enough. "all": every source in the list has to agree; one that cannot know, as no framework runs or no resource has registered, does not agree',
      ),
    aceCheckSeconds: z
      .number()
      .min(0.5)
      .max(60)
      .default(1)
      .describe(
        'How often players are asked for the permissions that put them on duty, and other resources too',
      ),
    jobs: z
      .array(jobRule)
      .max(200)
      .default(DEFAULT_JOBS.map((name) => ({ name })))
      .describe('Jobs that put players on duty; in ox_core the groups that do'),
    requireFrameworkDuty: z
      .boolean()
      .default(true)
      .describe(
        'The job counts only while the framework says that the player is on duty (ox_core: while the group is the active one). Frameworks without such a state are not asked for it',
      ),
    framework: z
      .enum(['auto', 'esx', 'qbcore', 'qbox', 'ox'])
      .default('auto')
      .describe('Framework that is asked for jobs; "auto" finds out which one is running'),
  })
  .prefault({});

export type DutyConfig = z.output<typeof dutyConfig>;
