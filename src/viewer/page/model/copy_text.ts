import type { LineRange } from './line_range.js';
import type { StreamModel } from './stream_model.js';
import { countText, numberText } from './times.js';
import { unitBytes } from './units.js';

/** The most lines that are copied: more is a file, which the download is for. */
const MAX_LINES = 20_000;

/** Copies lines as they are, with all that they hold. @returns what to tell */
export async function copyText(model: StreamModel, range: LineRange | undefined): Promise<string> {
  const first = (range?.first ?? 1) - 1;
  const end = Math.min(range?.last ?? model.total, model.total);
  const count = end - first;
  if (count < 1) return 'There is nothing to copy';
  if (count > MAX_LINES) {
    const most = numberText(MAX_LINES);
    return `More than ${most} lines: choose some by their numbers, or download the stream`;
  }
  try {
    const decoder = new TextDecoder();
    const lines: string[] = [];
    for (let line = first; line < end; line++) {
      if (model.units.find(line) === undefined) await model.ensure(line, end);
      const unit = model.units.find(line);
      if (unit !== undefined) lines.push(decoder.decode(unitBytes(unit)));
    }
    // As the browser has it: absent where the page is neither https nor of this machine.
    const { clipboard } = navigator as { clipboard?: Clipboard };
    if (clipboard === undefined) return 'The browser lets only pages of https or this machine copy';
    await clipboard.writeText(`${lines.join('\n')}\n`);
    return `Copied ${countText(lines.length, 'line')}`;
  } catch (error) {
    return `Not copied: ${error instanceof Error ? error.message : String(error)}`;
  }
}
