// Settings of notifications for tests that do not care about every one.

import type { NotifySettings } from '../../shared/notify.ts';

/** What applies without a config.json; `overrides` replace settings. */
export function makeNotifySettings(overrides: Partial<NotifySettings> = {}): NotifySettings {
  return {
    order: ['auto'],
    kinds: {},
    seconds: {},
    custom: null,
    allowPlayerChoice: true,
    language: 'auto',
    texts: {},
    ...overrides,
  };
}
