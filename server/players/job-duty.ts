// On duty by job: players whose character has one of the configured jobs in the server's framework.

import { createDutyNotices, type DutyNotice, type DutySource } from './duty-source.ts';
import type { Character, Job } from './frameworks/framework.ts';

/** A job that puts on duty, from that grade on (default 0: any). */
export interface JobRule {
  readonly name: string;
  readonly minGrade?: number | undefined;
}

/** Which jobs count. */
export interface JobRules {
  readonly jobs: readonly JobRule[];
  /** Whether the framework has to say, too, that the player is on duty. One that knows no such state is not asked. */
  readonly requireOnDuty: boolean;
}

/** Which jobs count, and where they are asked for. */
export interface JobDutyOptions extends JobRules {
  /** The player's character, or null. */
  readonly characterOf: (player: number) => Character | null;
  /** The framework that runs, as shown to the owner, or null. */
  readonly frameworkLabel: () => string | null;
  /** Why there is no character of a player, for an owner. */
  readonly whyNone: () => string;
}

/** The duty source `job`. */
export interface JobDuty extends DutySource {
  readonly tell: DutyNotice;
  /** Other rules count from now on; nobody is told. */
  configure(rules: JobRules): void;
}

/** Says at once what it is told by `tell`. */
export function createJobDuty(options: JobDutyOptions): JobDuty {
  const { characterOf, frameworkLabel, whyNone } = options;
  let { requireOnDuty } = options;
  let minGrades = toMinGrades(options.jobs);

  /** What keeps the job from counting, or null. */
  function objection({ name, grade, isOnDuty }: Job): string | null {
    const minGrade = minGrades.get(fold(name));
    if (minGrade === undefined) return 'is not in the list';
    if (grade < minGrade) return `counts from grade ${minGrade}`;
    return requireOnDuty && isOnDuty === false ? 'is off duty in the framework' : null;
  }

  return {
    ...createDutyNotices(),
    name: 'job',
    configure(rules) {
      requireOnDuty = rules.requireOnDuty;
      minGrades = toMinGrades(rules.jobs);
    },
    isOnDuty: (player) => characterOf(player)?.jobs.some((job) => objection(job) === null) ?? false,
    explain(player) {
      const character = characterOf(player);
      const framework = frameworkLabel();
      if (!character || framework === null) return whyNone();
      if (character.jobs.length === 0) return `${framework}: the character has no job`;
      const jobs = character.jobs.map(
        (job) => `${job.name} (grade ${job.grade}) ${objection(job) ?? 'counts'}`,
      );
      return `${framework}: ${jobs.join(', ')}`;
    },
  };
}

/** Lowest grade by job. A job that is listed twice counts from its lower one. */
function toMinGrades(jobs: readonly JobRule[]): ReadonlyMap<string, number> {
  const minGrades = new Map<string, number>();
  for (const { name, minGrade = 0 } of jobs) {
    const key = fold(name);
    minGrades.set(key, Math.min(minGrade, minGrades.get(key) ?? minGrade));
  }
  return minGrades;
}

const fold = (name: string) => name.trim().toLowerCase();
