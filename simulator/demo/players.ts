// The four players of the demo, who are the people of the recorded events.

import type { PlayerOptions } from '../index.ts';

/** What the page says about a player beside what the game knows. */
export interface Person {
  readonly options: PlayerOptions;
  readonly firstName: string;
  readonly role: string;
  /** Name of the recorded event with which the player's account logs in to the CAD; null without an account. */
  readonly login: string | null;
}

/** Permission that puts a player on duty. */
export const DUTY_ACE = 'sonorancad.duty';

/** Forty hex digits, as in a licence. */
const hex40 = (pair: string) => pair.repeat(20);

export const people: readonly Person[] = [
  {
    firstName: 'Iris',
    role: 'Patrol officer',
    login: '02_unit_login',
    options: {
      id: 1,
      name: 'Iris Dale',
      identifiers: [`license:${hex40('a1')}`, 'steam:1100001000000a1'],
      aces: [DUTY_ACE],
      // Vinewood police station
      coords: [638, 1, 82.8],
      heading: 160,
    },
  },
  {
    firstName: 'Tom',
    role: 'Fire captain',
    login: '03_unit_login_apiids_only',
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
    firstName: 'Mara',
    role: 'Dispatcher',
    login: '01_unit_login_dispatcher',
    options: {
      id: 3,
      name: 'Mara Quill',
      identifiers: [`license:${hex40('d0')}`, 'steam:1100001000000d0'],
      // City hall
      coords: [-545, -204, 38.2],
      heading: 210,
    },
  },
  {
    firstName: 'Nora',
    role: 'Civilian',
    login: null,
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
