import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const LOG = join(__dirname, '../../src/telemetry/log.js');
/** More than a pipe holds. */
const LINES = 3000;

/** Runs a process that logs many lines to standard error, and tells on standard output that it has. */
function runLogger(prepare: string) {
  const program = `
    const { JsonLog } = require(${JSON.stringify(LOG)});
    ${prepare}
    const log = new JsonLog('info');
    for (let line = 0; line < ${LINES}; line++) log.write('error', 'x'.repeat(100), { line });
    process.stdout.write('done');`;
  return spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'pipe'] });
}

async function outputOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of stream.setEncoding('utf8') as AsyncIterable<string>) text += chunk;
  return text;
}

test('the log: every line that a reader takes is written whole', async () => {
  const child = runLogger('');
  const [text, done] = await Promise.all([outputOf(child.stderr), outputOf(child.stdout)]);
  const lines = text.trim().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { line: number }).line)).toEqual(
    Array.from({ length: LINES }, (_, at) => at),
  );
  expect(done).toBe('done');
});

test('the log: a reader that is gone does not end the process', async () => {
  const child = runLogger('');
  child.stderr.destroy();
  const exited = once(child, 'exit');
  expect(await outputOf(child.stdout)).toBe('done');
  expect((await exited)[0]).toBe(0);
});

test('the log: no module is loaded to write a line', async () => {
  const child = runLogger(`require('node:module')._load = () => { throw new Error('none'); };`);
  const [text, done] = await Promise.all([outputOf(child.stderr), outputOf(child.stdout)]);
  expect(text.split('\n')).toHaveLength(LINES + 1);
  expect(done).toBe('done');
});
