// Runs the cases inside the simulator, with the adapter that the product ships.

import { createStorage } from '../../server/fx/storage.ts';
import { storageCases } from './storage-cases.ts';

/** Runs a case; returns what was wrong, or null. */
exports('run', (name: string): string | null => {
  try {
    storageCases[name]?.(createStorage());
    return null;
  } catch (error) {
    return String(error);
  }
});
