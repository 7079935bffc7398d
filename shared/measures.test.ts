import { expect, test } from '@jest/globals';
import { createTranslate } from './locale.ts';
import { formatDistance } from './measures.ts';

const translate = createTranslate({
  'number.decimal': ',',
  'distance.metres': '{n} m',
  'distance.kilometres': '{n} km',
  'distance.feet': '{n} ft',
  'distance.miles': '{n} mi',
});

test.each([
  [0, '0 m', '0 ft'],
  [47, '50 m', '150 ft'],
  [304, '300 m', '0,2 mi'],
  [994, '990 m', '0,6 mi'],
  [996, '1,0 km', '0,6 mi'],
  [1234, '1,2 km', '0,8 mi'],
  [16_100, '16 km', '10 mi'],
])('%d metres', (metres, metric, imperial) => {
  expect([
    formatDistance(metres, 'metric', translate),
    formatDistance(metres, 'imperial', translate),
  ]).toEqual([metric, imperial]);
});
