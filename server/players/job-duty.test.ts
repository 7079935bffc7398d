import { describe, expect, test } from '@jest/globals';
import type { Character, Job } from './frameworks/framework.ts';
import { createJobDuty } from './job-duty.ts';

const job = (name: string, grade = 0, isOnDuty: boolean | null = null): Job => ({ name, grade, isOnDuty });

function dutyOf(jobs: readonly Job[] | null, requireOnDuty = true) {
  const character: Character | null = jobs && { name: null, jobs };
  const source = createJobDuty({
    jobs: [{ name: 'police' }, { name: 'Ambulance', minGrade: 2 }, { name: 'police', minGrade: 3 }],
    requireOnDuty,
    characterOf: () => character,
    frameworkLabel: () => 'ESX',
    whyNone: () => 'none, as the framework says',
  });
  return { is: source.isOnDuty(1), why: source.explain(1) };
}

describe('on duty by job', () => {
  test.each<[string, readonly Job[] | null, boolean, string]>([
    ['a listed job', [job('police')], true, 'ESX: police (grade 0) counts'],
    ['in other letter case', [job('POLICE')], true, 'ESX: POLICE (grade 0) counts'],
    ['another job', [job('taxi')], false, 'ESX: taxi (grade 0) is not in the list'],
    ['the lowest grade', [job('ambulance', 2)], true, 'ESX: ambulance (grade 2) counts'],
    ['a lower grade', [job('ambulance', 1)], false, 'ESX: ambulance (grade 1) counts from grade 2'],
    ['on duty', [job('police', 0, true)], true, 'ESX: police (grade 0) counts'],
    ['off duty', [job('police', 0, false)], false, 'ESX: police (grade 0) is off duty in the framework'],
    [
      'one of two jobs',
      [job('taxi', 0, false), job('police', 1, true)],
      true,
      'ESX: taxi (grade 0) is not in the list, police (grade 1) counts',
    ],
    ['no job', [], false, 'ESX: the character has no job'],
    ['no character', null, false, 'none, as the framework says'],
  ])('%s', (_, jobs, is, why) => {
    expect(dutyOf(jobs)).toEqual({ is, why });
  });

  test('off duty in the framework does not matter when that is not required', () => {
    expect(dutyOf([job('police', 0, false)], false)).toEqual({
      is: true,
      why: 'ESX: police (grade 0) counts',
    });
  });
});
