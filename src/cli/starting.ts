import type { Server } from 'node:http';
import { type Config, loadConfig } from '../service/config.js';
import { reportFailedStart, logConsole } from '../service/process.js';
import type { Service } from '../service/service.js';
import type { Io } from './io.js';
import { checkPort, listen } from './listen.js';
import { parseSettingFlags } from './setting_flags.js';

/**
 * Serves the function on HOST and PORT. SIGTERM and SIGINT end the process, so that this resolves only where it cannot
 * serve: then it says why, as the function's log does.
 *
 * @param args flags of settings
 * @param open opens the service; `openServer` opens the server in front of it
 * @returns the exit code
 */
export async function serveFunction(
  args: readonly string[],
  io: Io,
  open: (config: Config) => { service: Service; openServer: () => Server },
): Promise<number> {
  const flags = parseSettingFlags(args);
  try {
    const config = loadConfig(io.env, flags);
    await checkPort(config);
    const { service, openServer } = open(config);
    logConsole(service.log);
    try {
      await listen(openServer(), config, io);
    } catch (thrown) {
      await service.stop();
      throw thrown;
    }
  } catch (thrown) {
    reportFailedStart(thrown, io.stderr);
    return 1;
  }
  return new Promise(() => undefined);
}
