import { lateModule } from '../common/late_module.js';
import { type Flags, loadConfig } from '../service/config.js';
import { type Io } from './io.js';
import { checkPort, listen } from './listen.js';
import { starting } from './starting.js';
import { parseSettingFlags, settingsHelp } from './setting_flags.js';

export const help = `Usage: logdog-collector start [--port N] [any other setting]

Starts the function, which receives Pub/Sub pushes by POST until Ctrl-C or SIGTERM, and
answers the pushes under way before it ends. 'serve' does the same without the functions
framework; 'check-config' tries the settings.

${settingsHelp()}`;

const collect = lateModule(
  () => require('../index.js') as typeof import('../index.js'),
  'the function',
);
const framework = lateModule(
  () =>
    require('@google-cloud/functions-framework/testing') as typeof import('@google-cloud/functions-framework/testing'),
  'the functions framework',
);

/**
 * Serves the function with the functions framework's own server, on HOST and PORT. SIGTERM and SIGINT end the process
 * from `index.ts`, so that this returns only where it cannot serve.
 */
export function run(args: readonly string[], io: Io): Promise<number> {
  const flags = parseSettingFlags(args);
  return starting(io, () => start(flags, io));
}

async function start(flags: Flags, io: Io): Promise<number> {
  const config = loadConfig(io.env, flags);
  // Which reads the environment, as under the framework's own launcher.
  Object.assign(io.env, flags);
  await checkPort(config);
  const { stop } = collect.get();
  const { getTestServer } = framework.get();
  try {
    await listen(getTestServer('collect'), config, io);
  } catch (thrown) {
    await stop();
    throw thrown;
  }
  return new Promise(() => undefined);
}
