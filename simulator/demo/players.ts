// The three players of the demo: one who gets everything, one who could, one who must not.

import type { PlayerOptions } from '../index.ts';

/** What the page says about a player beside what the game knows. */
export interface Person {
  readonly options: PlayerOptions;
  readonly firstName: string;
  readonly role: string;
}

/** Permission that puts a player on duty. */
export const DUTY_ACE = 'sonorancad.duty';

/** Forty hex digits, as in a licence. */
const hex40 = (pair: string) => pair.repeat(20);

export const people: readonly Person[] = [
  {
    firstName: 'Iris',
    role: 'Patrol officer',
    options: {
      id: 1,
      name: 'Iris Dale',
      identifiers: [`license:${hex40('a1')}`, 'steam:1100001000000a1'],
      aces: [DUTY_ACE],
      // Mission Row police station
      coords: [428, -981, 30.7],
      heading: 300,
    },
  },
  {
    firstName: 'Tom',
    role: 'Fire captain',
    options: {
      id: 2,
      name: 'Tom Vance',
      identifiers: [`license:${hex40('b2')}`, 'steam:1100001000000b2'],
      // The Yellow Jack, a bar in the desert
      coords: [1990, 3054, 47.2],
      heading: 60,
    },
  },
  {
    firstName: 'Nora',
    role: 'Civilian',
    options: {
      id: 7,
      name: 'Nora Fields',
      identifiers: [`license:${hex40('c3')}`, 'steam:1100001000000c3'],
      // The pier
      coords: [-1690, -1090, 13.1],
      heading: 130,
    },
  },
];
