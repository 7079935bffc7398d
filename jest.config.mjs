// Tests stand beside their file as *.test.ts; tests that cross folders are in test/.
import { availableParallelism } from 'node:os';

export default {
  testEnvironment: 'node',
  // Two at least, also where there are two processors.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  // A worker whose heap has grown collects garbage for seconds; another one starts in less.
  workerIdleMemoryLimit: '400MB',
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/release/'],
  modulePathIgnorePatterns: ['<rootDir>/release/', '<rootDir>/dist/'],
  transform: { '\\.tsx?$': '<rootDir>/scripts/jest-esbuild.cjs' },
  globalSetup: '<rootDir>/scripts/jest-setup.mjs',
  // For what hangs: how long a test takes on a busy machine is no finding.
  testTimeout: 120_000,
};
