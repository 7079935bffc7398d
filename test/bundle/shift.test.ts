// What everybody sees of a whole shift. Nora, a civilian, never sees anything.

import { expectStories } from './expect-stories.ts';
import { shift } from './shift.ts';

/** The same for all three who are on duty. */
const everyone = (...lines: string[]) => ({ iris: lines, tom: lines, mara: lines });
const others = (...lines: string[]) => ({ others: lines });

const REPORTED = '#302 911 Sinner St / Atlee St at 425, -980';
const BURGLARY = '#501 10-31 Burglary in progress at 425, -980';
const PANIC = 'PANIC 2-ADAM-14 at 430, -970';
const TONE = 'Tone from dispatch |  | ';
const STATION = 'Station alert | Fire Station 7 | Engine 61, vehicle fire, Sinner Street';
const PAGE = 'Structure fire, Sinner St / Atlee St';

expectStories(shift, {
  'step by step': {
    '01_unit_login_dispatcher': {
      first: 'dutyChanged 4 true',
      ...others('push EVENT_UNIT_LOGIN', 'unitLogin 40'),
    },
    '02_unit_login': { first: 'dutyChanged 1 true', ...others('push EVENT_UNIT_LOGIN', 'unitLogin 12') },
    '03_unit_login_apiids_only': {
      first: 'dutyChanged 2 true',
      ...others('push EVENT_UNIT_LOGIN', 'unitLogin 34'),
      known: {
        calls: [],
        units: ['40 AVAILABLE', '12 AVAILABLE', '34 AVAILABLE LADDER 61'],
        onDuty: [1, 2, 4],
      },
    },
    '04_911_in_game': {
      ...everyone(
        `+ ${REPORTED}`,
        '911 call #302 | Nora Fields | Sinner St / Atlee St (1.1 km)~n~Two men breaking into a parked van, one has a crowbar - 100% sure',
      ),
      ...others('callOpened 911:302'),
    },
    '05_dispatch_new_from_911': {
      ...everyone(`+ ${BURGLARY}`, `- ${REPORTED}`),
      ...others('callUpdated 911:302', 'callNote Caller on line'),
    },
    '06_remove_911': {},
    '07_unit_attach_single': {
      iris: [
        '#501 10-31 Burglary in progress | You are attached | Sinner St / Atlee St (1.1 km)~n~Two men breaking into a parked van',
      ],
      // She made the call.
      nora: ['Your call |  | 2-ADAM-14 is responding to your call.'],
      ...others('callUpdated 911:302', 'unitAttached 12'),
    },
    '08_unit_status': {
      iris: ['Your status | ENROUTE | '],
      ...others('unitStatus 12 AVAILABLE -> ENROUTE'),
      known: {
        calls: ['911:302 dispatch [12] priority 1 notes 1'],
        units: ['40 AVAILABLE', '12 ENROUTE', '34 AVAILABLE LADDER 61'],
        onDuty: [1, 2, 4],
      },
    },
    '09_unit_update': {},
    // Iris wrote the note herself.
    '10_dispatch_note': others(
      'callUpdated 911:302',
      'callNote Suspect vehicle is a black Baller, 50% plate: 88A',
    ),
    '11_dispatch_edit': {
      tom: [
        '#501 10-31 Burglary in progress | You are attached | Sinner St 40 (1.1 km)~n~Two men breaking into a parked van',
      ],
      nora: ['Your call |  | E-61 is responding to your call.'],
      ...others('callUpdated 911:302', 'callNote Suspect vehicle is a black Baller', 'unitAttached 34'),
      known: {
        calls: ['911:302 dispatch [12,34] priority 2 notes 3'],
        units: ['40 AVAILABLE', '12 ENROUTE', '34 AVAILABLE LADDER 61'],
        onDuty: [1, 2, 4],
      },
    },
    '12_unit_panic_on': {
      ...everyone(`+ ${PANIC}`, 'PANIC | 2-ADAM-14 | An officer needs help.'),
      ...others('unitPanic 12 true'),
    },
    '13_unit_panic_off': {
      ...everyone(`- ${PANIC}`, 'PANIC | 2-ADAM-14 | The panic is over.'),
      ...others('unitPanic 12 false'),
    },
    '14_toggle_bodycam_on': {},
    '15_tone': { iris: [TONE], tom: [TONE], ...others('tone https://example.invalid/tones/priority.mp3') },
    '16_streetsign': {},
    '17_station_alert': { tom: [STATION], ...others('stationAlert Fire Station 7') },
    '18_pager_reborn': { tom: [`Pager | Emergency | ${PAGE}`], ...others(`pager ${PAGE}`) },
    '19_record_add': {},
    '20_record_edit': {},
    '21_record_remove': {},
    '22_group_add': {
      known: {
        calls: ['911:302 dispatch [12,34] priority 2 notes 3'],
        units: ['40 AVAILABLE', '12 ENROUTE TASK FORCE 9', '34 AVAILABLE LADDER 61'],
        onDuty: [1, 2, 4],
      },
    },
    '23_group_rename': {},
    '24_group_remove': {},
    '25_char_selected': {},
    '26_community_link_verified': {},
    '27_new_callout_docs': {},
    '28_print_record': {
      known: {
        calls: ['911:302 dispatch [12,34] priority 2 notes 3'],
        units: ['40 AVAILABLE', '12 ENROUTE', '34 AVAILABLE TASK FORCE 10'],
        onDuty: [1, 2, 4],
      },
    },
    '29_unit_detach_single': {
      iris: ['#501 Burglary in progress | You are detached | Sinner St 40'],
      ...others('callUpdated 911:302', 'unitDetached 12'),
    },
    '30_dispatch_closed': {
      iris: [`- ${BURGLARY}`],
      mara: [`- ${BURGLARY}`],
      tom: [`- ${BURGLARY}`, '#501 Burglary in progress | Call closed | Sinner St 40'],
      nora: ['Your call |  | Your call was closed.'],
      ...others('callClosed 911:302'),
    },
    '31_unit_logout': { first: 'dutyChanged 1 false', ...others('push EVENT_UNIT_LOGOUT', 'unitLogout 12') },
    '32_get_logs': {
      known: { calls: [], units: ['40 AVAILABLE', '34 AVAILABLE TASK FORCE 10'], onDuty: [2, 4] },
    },
  },

  // What is momentary has nothing to tell a repetition by: nobody sends a tone twice without meaning it.
  'every step sent twice looks the same': {
    '15_tone': {
      changes: ['tone https://example.invalid/tones/priority.mp3'],
      seen: { iris: [TONE], tom: [TONE] },
    },
    '17_station_alert': { changes: ['stationAlert Fire Station 7'], seen: { tom: [STATION] } },
    '18_pager_reborn': { changes: [`pager ${PAGE}`], seen: { tom: [`Pager | Emergency | ${PAGE}`] } },
  },

  'a restart after every step that changes something loses nothing and alerts nobody': {},
});
