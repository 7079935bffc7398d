// The settings of a game client as a server without a config.json sends them.

import { toClientSettings } from '../../server/config/client-settings.ts';
import { defaultConfig } from '../../server/config/default-config.ts';
import type { BlipSettings, ClientSettings } from '../../shared/delivery.ts';

/** The defaults; `blips` replaces some of the blips' settings. */
export function makeClientSettings(
  overrides: Partial<ClientSettings> = {},
  blips: Partial<BlipSettings> = {},
): ClientSettings {
  const settings = toClientSettings(defaultConfig);
  return { ...settings, blips: { ...settings.blips, ...blips }, ...overrides };
}
