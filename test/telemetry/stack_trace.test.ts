import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../src/service/config.js';
import { describeBug, sourceStack } from '../../src/telemetry/stack_trace.js';

function bugIn(body: () => unknown): Error {
  try {
    body();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}

describe('stack trace', () => {
  test('a frame of built code names the line of its source', () => {
    const bug = bugIn(() => loadConfig(null as never));
    const lines = describeBug(bug).split('\n');
    expect(lines[1]).toMatch(/^ {4}at .*\/src\/service\/config\.ts:\d+:\d+\)?$/);
    expect(lines.join('\n')).toMatch(/stack_trace\.test\.ts:\d+:\d+/);
  });

  test.each([
    ['of Node itself', '    at node:internal/main/run_main_module:36:49'],
    ['of a file without a source map', '    at run (/nowhere/at/all.js:1:2)'],
    ['without a position', '    at async Promise.all (index 0)'],
    ['native', '    at JSON.parse (<anonymous>)'],
  ])('a frame %s stays as it is', (_what, frame) => {
    expect(sourceStack(`Error: x\n${frame}`)).toBe(`Error: x\n${frame}`);
  });

  test('a frame stays as it is where its source map is broken or has no such line', () => {
    const folder = mkdtempSync(join(tmpdir(), 'logdog-maps-'));
    const empty = { version: 3, sources: ['a.ts'], names: [], mappings: '' };
    for (const [name, text] of [
      ['broken', '{'],
      ['empty', JSON.stringify(empty)],
    ] as const) {
      writeFileSync(join(folder, `${name}.js.map`), text);
      const frame = `    at ${join(folder, name)}.js:7:1`;
      expect(sourceStack(frame)).toBe(frame);
    }
    rmSync(folder, { recursive: true });
  });
});
