import { lateModule } from '../common/late_module.js';
import { takeServer } from '../service/framework.js';
import { viewerPages } from '../viewer/beside_function.js';
import type { Io } from './io.js';
import { serveFunction } from './starting.js';
import { SETTINGS_HELP } from './setting_flags.js';

export const help = `Usage: logdog-collector start [--port N] [any other setting]

Starts the function, which receives Pub/Sub pushes by POST until Ctrl-C or SIGTERM, and
answers the pushes under way before it ends. 'serve' does the same without the functions
framework; 'check-config' tries the settings.

${SETTINGS_HELP}`;

const functionModule = lateModule(
  () => require('../service/function.js') as typeof import('../service/function.js'),
  'the function',
);
const framework = lateModule(
  () =>
    require('@google-cloud/functions-framework/testing') as typeof import('@google-cloud/functions-framework/testing'),
  'the functions framework',
);

/** Serves the function with the functions framework's own server. */
export function run(args: readonly string[], io: Io): Promise<number> {
  return serveFunction(args, io, (config) => {
    // Before a store is made, which a start that fails would leave behind.
    const { getTestServer } = framework.get();
    const { service, bounds } = functionModule.get().registerCollect(config, viewerPages);
    const openServer = () => {
      const server = getTestServer('collect');
      takeServer(server, service.handle, bounds);
      return server;
    };
    return { service, openServer };
  });
}
