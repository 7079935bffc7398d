// All push events that are understood.

import type { PushDefinition } from './definition.ts';
import { emergencyCall, emergencyRemoved } from './events/emergency-calls.ts';

export const pushDefinitions: readonly PushDefinition[] = [emergencyCall, emergencyRemoved];
