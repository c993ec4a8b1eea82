import { RE2JS, RE2JSSyntaxException } from 're2js';
import { UsageError } from './arguments.js';

/**
 * Compiles a regular expression of RE2's syntax, whose time is linear in the text, whatever either of them is: JavaScript's
 * own take exponential time for some.
 *
 * @throws UsageError
 */
export function compilePattern(option: string, text: string): RE2JS {
  try {
    return RE2JS.compile(text);
  } catch (error) {
    if (!(error instanceof RE2JSSyntaxException)) throw error;
    throw new UsageError(`${option}: ${error.message}`);
  }
}
