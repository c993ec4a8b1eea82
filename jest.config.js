// Tests run as compiled by `npm run build`: the very code that the child processes of the tests run.
module.exports = {
  rootDir: 'build/test',
  testMatch: ['**/*.test.js'],
  testEnvironment: 'node',
  testTimeout: 60_000,
};
