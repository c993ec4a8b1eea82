import { CollectorError } from './errors.js';

/**
 * Checks that the numbers of options that are set are whole, and within bounds.
 *
 * @param owner what the options are of, for the message
 * @throws CollectorError BAD_SETTINGS
 */
export function checkWhole(
  owner: string,
  options: Readonly<Record<string, number | undefined>>,
  least: number,
  most?: number,
): void {
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue;
    if (Number.isSafeInteger(value) && value >= least && value <= (most ?? value)) continue;
    const range = most === undefined ? `from ${least} on` : `from ${least} to ${most}`;
    const why = `must be a whole number ${range}, and is ${value}`;
    throw new CollectorError('BAD_SETTINGS', `the ${owner}'s ${name} ${why}`);
  }
}

/** Checks that options are texts that are not empty; JavaScript may pass anything. @throws CollectorError BAD_SETTINGS */
export function checkTexts(owner: string, options: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(options)) {
    if (typeof value === 'string' && value !== '') continue;
    const why = `the ${owner}'s ${name} must be a text, and not empty`;
    throw new CollectorError('BAD_SETTINGS', why);
  }
}
