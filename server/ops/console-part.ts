// Entry of dist/console.js: what only somebody who types a command needs.

export { createMigrate } from '../migrate/migrate.ts';
export { diagnose } from './doctor.ts';
export { findMissingFiles } from './examine-files.ts';
export { findNotifiers } from './find-neighbours.ts';
export { describeFindings } from './findings.ts';
export { createSimulate } from './simulate.ts';
export { describeStatus } from './status.ts';
