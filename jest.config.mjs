// Tests stand beside their file as *.test.ts; tests that cross folders are in test/.
export default {
  testEnvironment: 'node',
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/release/'],
  modulePathIgnorePatterns: ['<rootDir>/release/', '<rootDir>/dist/'],
  transform: { '\\.tsx?$': '<rootDir>/scripts/jest-esbuild.cjs' },
  globalSetup: '<rootDir>/scripts/jest-setup.mjs',
  // For what hangs: how long a test takes on a busy machine is no finding.
  testTimeout: 120_000,
};
