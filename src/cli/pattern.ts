import { RE2JS, RE2JSSyntaxException } from 're2js';
import { UsageError } from './arguments.js';

/** A regular expression whose time is linear in the text, whatever either of them is. */
export interface Pattern {
  test(text: string): boolean;
}

/**
 * Compiles a regular expression of RE2's syntax: JavaScript's own take exponential time for some.
 *
 * @throws UsageError
 */
export function compilePattern(option: string, text: string): Pattern {
  try {
    return RE2JS.compile(text);
  } catch (error) {
    if (!(error instanceof RE2JSSyntaxException)) throw error;
    throw new UsageError(`${option}: ${error.message}`);
  }
}
