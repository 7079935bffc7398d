// What applies without a config.json. The build puts the outcome here in place of the work.

import { type Config, configSchema } from './schema.ts';

export const defaultConfig: Config = configSchema().parse({}, { jitless: true });
