import { type Config, type GivenSetting, givenSettings, loadConfig } from '../service/config.js';
import { CollectorError } from '../common/errors.js';
import { type Check, checksOf } from './checks.js';
import { printableJson, printableLines } from '../common/printable.js';
import { type Io, print } from './io.js';
import { parseSettingFlags, SETTINGS_HELP } from './setting_flags.js';

export const help = `Usage: logdog-collector check-config [--port N] [any other setting]

Prints the settings and where each comes from, then tries the backends with the available
credentials. It reads the table or the local store, writes a row and removes it; asks the
Coordinator about an unknown stream; and asks Pub/Sub whether refused messages may be published,
without publishing one. Exits with 1 if something does not work, and says what to do.

${SETTINGS_HELP}`;

const CHECK_MS_MAX = 15_000;

export async function run(args: readonly string[], io: Io): Promise<number> {
  const flags = parseSettingFlags(args);
  const given = givenSettings(io.env, flags);
  const width = Math.max(...given.map(({ setting }) => setting.name.length));
  await print(io, given.map((one) => `${describe(one, width)}\n`).join(''));
  const config = loadConfig(io.env, flags);
  // Half of the time: the clients try again, and then say why it is of no use.
  const messageDeadlineMs = Math.min(config.messageDeadlineMs, CHECK_MS_MAX / 2);
  const tried = { ...config, messageDeadlineMs };
  const results = await Promise.all(checksOf(tried).map((check) => attempt(check, tried, io)));
  await print(io, `\n${results.map(({ line }) => `${printableLines(line)}\n`).join('')}`);
  return results.every(({ well }) => well) ? 0 : 1;
}

function describe({ setting, text, source }: GivenSetting, width: number): string {
  // Quoted only where it could be taken for something else.
  const plain = /^[^\s"\p{C}]+$/u.test(text) ? text : printableJson(text);
  return `${setting.name.padEnd(width)}  ${plain} (${source})`;
}

async function attempt(
  check: Check,
  config: Config,
  io: Io,
): Promise<{ well: boolean; line: string }> {
  const timeout = AbortSignal.timeout(CHECK_MS_MAX);
  try {
    const done = await check.attempt(config, AbortSignal.any([io.signal, timeout]));
    return { well: true, line: `ok       ${check.what} ${done}` };
  } catch (thrown) {
    io.signal.throwIfAborted();
    if (!(thrown instanceof CollectorError) || thrown.code === 'INTERNAL') throw thrown;
    const late = `no answer within ${CHECK_MS_MAX / 1000} s: check the network`;
    const why = timeout.aborted && thrown.code === 'CANCELLED' ? late : thrown.message;
    return { well: false, line: `problem  ${check.what}: ${why}` };
  }
}
