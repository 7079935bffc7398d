// What comes of the story of private data.

import { expectStories } from './expect-stories.ts';
import { privacyStories } from './privacy-stories.ts';

const [IRIS, TOM, MARA, NORA, GUARD] = [1, 2, 4, 7, 20];

expectStories(privacyStories, {
  'nobody is sent what is not theirs to know, a civilian nothing but settings': {
    isMuch: true,
    leaks: [],
    fields: [],
    toEverybody: 0,
    // She made the call: she hears who responds, and nothing else.
    toNora: ['sonorancad:delivery isOnDuty,now,settings', 'sonorancad:delivery announce'],
    isNoraOnDuty: [false],
    reached: {
      'MARK-LAW': [IRIS],
      'MARK-LAW-NOTE': [IRIS],
      'MARK-LAW-EDIT': [IRIS],
      'MARK-FIRE': [TOM],
      'MARK-CIVIL': [MARA],
      'MARK-OPEN': [IRIS, TOM, MARA, GUARD],
      'MARK-PAGE': [TOM],
      'MARK-STATION': [TOM],
      'MARK-TONE': [MARA],
      // The name of the unit that responds to her call.
      'MARK-PANIC': [IRIS, TOM, MARA, NORA, GUARD],
    },
  },
});
