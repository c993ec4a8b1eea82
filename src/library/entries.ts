/** The entries of the library, by name; each is loaded when it is asked for. */
export const ENTRIES = {
  collector: () => require('./collector.js') as typeof import('./collector.js'),
  coordinator: () => require('./coordinator.js') as typeof import('./coordinator.js'),
  storage: () => require('./storage.js') as typeof import('./storage.js'),
  local: () => require('./local.js') as typeof import('./local.js'),
  testing: () => require('./testing.js') as typeof import('./testing.js'),
};
