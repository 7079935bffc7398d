// Settings of who is on duty.

import { once } from '../../shared/once.ts';
import * as z from '../zod.ts';

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

const jobRule = once(() =>
  z.strictObject({
    name: z
      .string()
      .check(z.trim(), z.minLength(1))
      .check(z.describe('Name of the job or group in the framework, not its label')),
    minGrade: z
      .optional(z.int().check(z.minimum(0)))
      .check(z.describe('Lowest grade that counts; without it every grade does')),
  }),
);

export const dutyConfig = once(() =>
  z.group({
    sources: z
      ._default(z.array(z.enum(DUTY_SOURCES)), [...DUTY_SOURCES])
      .check(
        z.describe(
          'What puts players on duty: "cad" (logged in to the CAD as a unit or dispatcher), "ace" (the permission sonorancad.duty), "job" (a job in ESX, QBCore, Qbox or ox_core), "export" (another resource says so)',
        ),
      ),
    combine: z
      ._default(z.enum(['any', 'all']), 'any')
      .check(
        z.describe(
          '"any": one of the sources is enough. "all": every source in the list has to agree; one that cannot know, as no framework runs or no resource has registered, does not agree',
        ),
      ),
    aceCheckSeconds: z
      ._default(z.number().check(z.minimum(0.5), z.maximum(60)), 1)
      .check(
        z.describe(
          'How often players are asked for the permissions that put them on duty, and other resources too',
        ),
      ),
    jobs: z
      ._default(
        z.array(jobRule()).check(z.maxLength(200)),
        DEFAULT_JOBS.map((name) => ({ name })),
      )
      .check(z.describe('Jobs that put players on duty; in ox_core the groups that do')),
    requireFrameworkDuty: z
      ._default(z.boolean(), true)
      .check(
        z.describe(
          'The job counts only while the framework says that the player is on duty (ox_core: while the group is the active one). Frameworks without such a state are not asked for it',
        ),
      ),
    framework: z
      ._default(z.enum(['auto', 'esx', 'qbcore', 'qbox', 'ox']), 'auto')
      .check(z.describe('Framework that is asked for jobs; "auto" finds out which one is running')),
  }),
);

export type DutyConfig = z.output<ReturnType<typeof dutyConfig>>;
