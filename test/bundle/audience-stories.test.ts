// What comes of the stories of who sees and hears what.

import { audienceStories } from './audience-stories.ts';
import { expectStories } from './expect-stories.ts';

/** Whoever is not named sees and hears nothing. */
const nobody = { iris: [], tom: [], mara: [], nora: [] };
const only = (lines: Partial<Record<keyof typeof nobody, string[]>>) => ({ ...nobody, ...lines });

const ATTACHED = '#501 10-31 Burglary | You are attached';
const onIt = ['#1 10-31 Burglary | You are attached', '#1 10-31 Burglary | Priority raised to 1'];

expectStories(audienceStories, {
  'rules go by code, group, page, priority, department and dispatchers': {
    sees: only({ iris: ['#3', '#4'], tom: ['#2', '#3'], mara: ['#1', '#2', '#3', '#5'] }),
    hears: only({
      iris: ['#3 10-31 Burglary | New call'],
      tom: ['#2 10-31 Burglary | You are attached'],
      mara: ['#1 99-A Burglary | New call', '911 call #5 | Nora Fields'],
    }),
  },
  'what a unit becomes while on duty changes what its player sees, silently': {
    before: only({ iris: ['#2'] }),
    after: only({ iris: ['#2', '#1'], tom: ['#2'] }),
    later: { sees: only({ tom: ['#2'] }), hears: nobody },
  },
  'what becomes of a call or of its units changes who sees it': {
    before: only({ iris: ['#1'], tom: ['#1'], mara: ['#1'] }),
    fire: only({ tom: ['#1'], mara: ['#1'] }),
    secret: only({ mara: ['#1'] }),
    open: { sees: only({ iris: ['#1'], tom: ['#1'], mara: ['#1'] }), hears: nobody },
  },
  'attached units always see their call, and lose it with it': {
    before: { sees: only({ mara: ['#501'] }), hears: nobody },
    attached: {
      sees: only({ iris: ['#501'], tom: ['#501'], mara: ['#501'] }),
      hears: only({ iris: [ATTACHED], tom: [ATTACHED] }),
    },
    detached: {
      sees: only({ tom: ['#501'], mara: ['#501'] }),
      hears: only({
        iris: [ATTACHED, '#501 Burglary | You are detached'],
        tom: [ATTACHED, '#501 10-31 Burglary | Note'],
      }),
    },
  },
  'calls that need a dispatcher come and go with the dispatcher': {
    without: only({ iris: ['#1'] }),
    withOne: only({ mara: ['#1'] }),
    again: { sees: only({ iris: ['#1'] }), hears: only({ iris: ['911 call #1 | Nora Fields'] }) },
  },
  '911 calls stay silent while a dispatcher is online, also after a restart': {
    silent: {
      sees: only({ iris: ['#1', '#2', '#3'], tom: ['#1', '#2', '#3'], mara: ['#1', '#2', '#3'] }),
      hears: only({
        tom: ['#3 10-31 Burglary | You are attached'],
        mara: ['911 call #1 | Nora Fields', '911 call #2 | Nora Fields'],
      }),
    },
    loud: only({
      iris: ['911 call #4 | Nora Fields'],
      tom: ['#3 10-31 Burglary | You are attached', '911 call #4 | Nora Fields'],
      mara: ['911 call #1 | Nora Fields', '911 call #2 | Nora Fields'],
    }),
  },
  'an edit that changes nothing alerts nobody, a more urgent one those who are on it': only({ iris: onIt }),
});
