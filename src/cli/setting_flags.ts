import type { Flags } from '../service/config.js';
import { flagOf, type Setting, shownDefault } from '../service/setting.js';
import { SETTINGS } from '../service/settings.js';
import { parseCommandLine } from './arguments.js';

const HELP_COLUMNS = 100;

const settings = Object.values<Setting<unknown>>(SETTINGS);

/**
 * The settings that a command's arguments give, and no other argument.
 *
 * @throws UsageError
 */
export function parseSettingFlags(args: readonly string[]): Flags {
  const option = (setting: Setting<unknown>) => [flagOf(setting).slice(2), { type: 'string' }];
  const options = Object.fromEntries(settings.map(option)) as Record<string, { type: 'string' }>;
  const { values } = parseCommandLine(args, options, []);
  const given = settings.flatMap((setting) => {
    const value = values[flagOf(setting).slice(2)];
    return value === undefined ? [] : [[setting.name, value]];
  });
  return Object.fromEntries(given) as Flags;
}

/** The part of a command's help that says how they are set. */
export const SETTINGS_HELP = `Each setting is a flag (--data-dir), or an environment variable (DATA_DIR), or has its default, in
this order. 'logdog-collector help settings' lists them.
`;

/** All of them, with their flags, defaults and values. */
export function listOfSettings(): string {
  const list = settings.map((setting) => {
    const { name, help, expects } = setting;
    const shown = shownDefault(setting);
    const value = shown === '' ? '' : ` (default: ${shown})`;
    const lines = [...wrap(`${help}${value}`), ...wrap(expects)];
    return `  ${flagOf(setting)}, ${name}\n${lines.map((line) => `      ${line}\n`).join('')}`;
  });
  return `A setting is an environment variable. start, serve and check-config also take it as a flag, which goes before it.

${list.join('')}`;
}

function wrap(text: string): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)!} ${word}`.trimStart();
    if (longer.length <= HELP_COLUMNS) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
