// What comes of the stories of places.

import { expectStories } from './expect-stories.ts';
import { placeStories } from './place-stories.ts';

expectStories(placeStories, {
  'a postal is a point with a circle around it, coordinates are a point alone': {
    blips: [
      '#1 911 A at 425.5, -979.25',
      '100 m around at 425.5, -979.25',
      '#2 911 [8113] B at 100, 200',
      '100 m around at 100, 200',
      '#3 911 C at 103, 5',
    ],
    accuracy: ['postal', 'postal', 'exact', null],
  },
  'the circle is as large as the settings say, and follows an edit of the postal': {
    before: ['#1 10-70 Fire at 425.5, -979.25', '250 m around at 425.5, -979.25'],
    after: ['#1 10-70 Fire at 100, 200', '250 m around at 100, 200'],
    exact: ['#1 10-70 Fire at 7, 8'],
  },
  'a restart of the postal resource is not noticed, its end is, and its return too': {
    restarting: 2,
    restarted: 2,
    gone: 0,
    back: 2,
    posts: 1,
  },
  'without coordinates and postal a call is where its caller was, unless it says otherwise': {
    blips: ['#1 911 A at 60, 70', '100 m around at 60, 70'],
    accuracy: 'caller',
  },
  'a panic blip follows its unit once a second, and ends with the panic': {
    places: [10, 60, 110, 160, 210].map((x) => `PANIC E-61 at ${x}, 20`),
    moves: 8,
    still: 0,
    end: [],
    other: [],
  },
  'a panic that nobody ends is taken off the map after its time': {
    during: ['PANIC A at 1, 2'],
    after: [],
    posts: 1,
  },
  'a unit that the CAD places moves on the map as the CAD says': {
    unplaced: [],
    placed: ['PANIC 2-ADAM-14 at 430, -970.5'],
    tom: [],
  },
});
