import { lateModule } from '../common/late_module.js';

const entry = (name: string, load: () => unknown) => lateModule(load, `logdog-collector/${name}`);

/** The entries of the library, by name; each is loaded when it is asked for. */
export const ENTRIES = {
  collector: entry('collector', () => require('./collector.js')),
  coordinator: entry('coordinator', () => require('./coordinator.js')),
  storage: entry('storage', () => require('./storage.js')),
  local: entry('local', () => require('./local.js')),
  testing: entry('testing', () => require('./testing.js')),
};
