import { lateModule } from '../common/late_module.js';

/** The entries of the library, by name; each is loaded when it is asked for. */
export const ENTRIES = {
  collector: lateModule(
    () => require('./collector.js') as typeof import('./collector.js'),
    'logdog-collector/collector',
  ),
  coordinator: lateModule(
    () => require('./coordinator.js') as typeof import('./coordinator.js'),
    'logdog-collector/coordinator',
  ),
  storage: lateModule(
    () => require('./storage.js') as typeof import('./storage.js'),
    'logdog-collector/storage',
  ),
  local: lateModule(
    () => require('./local.js') as typeof import('./local.js'),
    'logdog-collector/local',
  ),
  testing: lateModule(
    () => require('./testing.js') as typeof import('./testing.js'),
    'logdog-collector/testing',
  ),
};
