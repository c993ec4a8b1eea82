import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { dirname, resolve } from 'node:path';
import { bugMessage } from './bug_message.js';

/** Where a frame was, at the end of its line: a file, a line, and a column, from 1. */
const POSITION = /(\/[^()]+\.js):(\d+):(\d+)(?=\)?$)/;

/** Source maps by built file; undefined for a file without one. There are as many as files of the build. */
const maps = new Map<string, SourceMap | undefined>();

/**
 * Returns a stack with the positions of the sources. Source maps are read when the first stack is printed: Node's
 * own option reads them at the start, which costs a cold start more than it does to load the code.
 */
export function sourceStack(stack: string): string {
  return stack.split('\n').map(sourceFrame).join('\n');
}

/**
 * Returns what a log says of a bug: its name, its message unless that could quote content (`bugMessage`), and where it was
 * thrown.
 */
export function describeBug(error: Error): string {
  const frames = builtFrames(error);
  const message = bugMessage(error, frames);
  const head = message === undefined ? error.name : `${error.name}: ${message}`;
  return [head, sourceStack(frames.join('\n'))].join('\n');
}

/** The frames of a stack, without its message, which may have lines that look like frames. */
function builtFrames({ stack = '', message }: Error): string[] {
  const at = stack.indexOf(message);
  const rest = at === -1 ? stack : stack.slice(at + message.length);
  return rest.split('\n').filter((line) => /^\s+at /.test(line));
}

function sourceFrame(frame: string): string {
  const [position, file, line, column] = POSITION.exec(frame) ?? [];
  if (position === undefined) return frame;
  const entry = mapOf(file!)?.findEntry(Number(line) - 1, Number(column) - 1);
  if (entry === undefined || !('originalSource' in entry)) return frame;
  const { originalSource, originalLine, originalColumn } = entry;
  const source = resolve(dirname(file!), originalSource);
  return frame.replace(position, () => `${source}:${originalLine + 1}:${originalColumn + 1}`);
}

function mapOf(file: string): SourceMap | undefined {
  if (!maps.has(file)) maps.set(file, readMap(file));
  return maps.get(file);
}

function readMap(file: string): SourceMap | undefined {
  try {
    return new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')) as SourceMapPayload);
  } catch {
    return undefined;
  }
}
