import { lateModule } from '../common/late_module.js';
import { type Flags, loadConfig } from '../service/config.js';
import { type Io } from './io.js';
import { checkPort, listen } from './listen.js';
import { starting } from './starting.js';
import { parseSettingFlags, SETTINGS_HELP } from './setting_flags.js';
import { logConsole } from '../service/process_warnings.js';
import { takeServer } from '../service/framework.js';
import { viewerPages } from '../viewer/beside_function.js';

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

/**
 * Serves the function with the functions framework's own server, on HOST and PORT. SIGTERM and SIGINT end the process, so
 * that this returns only where it cannot serve.
 */
export function run(args: readonly string[], io: Io): Promise<number> {
  const flags = parseSettingFlags(args);
  return starting(io, () => start(flags, io));
}

async function start(flags: Flags, io: Io): Promise<number> {
  const config = loadConfig(io.env, flags);
  await checkPort(config);
  // Before a store is made, which a start that fails would leave behind.
  const { getTestServer } = framework.get();
  const { service, bounds } = functionModule.get().registerCollect(config, viewerPages);
  logConsole(service.log);
  try {
    const server = getTestServer('collect');
    takeServer(server, service.handle, bounds);
    await listen(server, config, io);
  } catch (thrown) {
    await service.stop();
    throw thrown;
  }
  return new Promise(() => undefined);
}
