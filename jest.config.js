// Tests run as compiled by `npm run build`: the very code that the child processes of the tests run.
module.exports = {
  rootDir: 'build/test',
  testMatch: ['**/*.test.js'],
  // What takes long has a command of its own: `npm run test:long`.
  testPathIgnorePatterns: ['\\.long\\.test\\.js$'],
  testEnvironment: 'node',
  testTimeout: 60_000,
  // Much of a test's time is its child processes': two at once take half as long on two cores.
  maxWorkers: 2,
};
