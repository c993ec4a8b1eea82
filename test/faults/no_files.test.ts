import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROGRAM = join(__dirname, 'no_files_process.js');
const FILES_MAX = 200;

interface Outcome {
  readonly round: string;
  readonly call: string;
  readonly code: string;
  readonly retryable: boolean;
  readonly message: string;
}

test('without a file left, each call to a backend is a retryable error, the store works, and files heal it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'logdog-'));
  const program = `ulimit -n ${FILES_MAX}; exec "$@"`;
  const args = ['-c', program, 'sh', process.execPath, PROGRAM, folder];
  const { status, stdout, stderr } = spawnSync('sh', args, { encoding: 'utf8', timeout: 60_000 });
  rmSync(folder, { recursive: true, force: true });
  expect([status, stderr]).toEqual([0, '']);
  const outcomes = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Outcome);
  const expected = {
    coordinator: 'COORDINATOR_FAILED',
    keys: 'KEYS_UNREACHABLE',
    topic: 'DEAD_LETTER_FAILED',
    'topic, large': 'DEAD_LETTER_FAILED',
    store: 'OK',
    refused: 'OK',
  };
  for (const round of ['without files', 'with files']) {
    const those = outcomes.filter((outcome) => outcome.round === round);
    expect(Object.fromEntries(those.map(({ call, code }) => [call, code]))).toEqual(expected);
    expect(those.map(({ retryable }) => retryable)).not.toContain(false);
  }
  // What was out of files once is not so for good.
  const later = outcomes.filter(({ round }) => round === 'with files');
  expect(JSON.stringify(later)).not.toContain('EMFILE');
}, 70_000);
