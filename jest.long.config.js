// The tests that take long: whole processes, real emulators and browsers, for seconds each.
module.exports = {
  ...require('./jest.config.js'),
  testMatch: ['**/*.long.test.js'],
  testPathIgnorePatterns: [],
};
