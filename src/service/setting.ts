import { type Kind, withSize } from './setting_kinds.js';

/** Describes one setting: an environment variable and flag of the command line, its values, and its purpose. */
export interface Setting<T> extends Kind<T> {
  /** The name of the environment variable. */
  readonly name: string;
  /** The default, as it would be written. */
  readonly default: string;
  /** The default in a deployed function and with PUSH_AUTH=token, where it differs from `default`. */
  readonly guardedDefault?: string;
  /** The default with BIGTABLE_WRITES=conditional, where it differs from `default`. */
  readonly rowByRowDefault?: string;
  /** The text of the help and of the documentation. */
  readonly help: string;
  /** A deployment decides it: the README lists it, too. All settings are in docs/settings.md. */
  readonly common?: boolean;
}

/** The default as documents and help show it: of a size, also in a larger unit. Empty where there is none. */
export function shownDefault({ default: text, expects }: Setting<unknown>): string {
  return expects.includes('of bytes') ? withSize(Number(text)) : text;
}

/** A setting's flag: `--bigtable-project` of BIGTABLE_PROJECT. */
export function flagOf({ name }: Pick<Setting<unknown>, 'name'>): string {
  return `--${name.toLowerCase().replaceAll('_', '-')}`;
}
