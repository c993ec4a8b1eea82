import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildMessage } from '../../src/testing/message.js';
import { folderOfSuite, FunctionProcess } from './function.js';
import { readStored } from './stored.js';

/** Shifts the clock of a process by two days; by nothing after SIGUSR2. */
const JUMP = `
const { now } = Date;
let ahead = 2 * 24 * 60 * 60 * 1000;
Date.now = () => now() + ahead;
process.on('SIGUSR2', () => (ahead = 0));
`;

/** Until the store has been looked at after a start. */
const LOOKED_MS = 3000;

const STREAMS = [
  { name: 'ended', logs: ['log'], terminalIndex: 0 },
  { name: 'open', logs: ['log'] },
];
const ENV = { DATA_MAX_AGE: '24h' };

const folder = folderOfSuite();

test('a function that starts while the clock is two days ahead: no stream goes, prefixes take streams', async () => {
  const preload = join(folder, 'jump.js');
  const data = join(folder, 'data');
  writeFileSync(preload, JUMP);
  const before = await FunctionProcess.start('serve', data, ENV);
  expect((await before.push(buildMessage({ streams: STREAMS }))).status).toBe(204);
  await sleep(LOOKED_MS);
  expect(await before.end('SIGTERM')).toBe(0);

  const ahead = await FunctionProcess.start('serve', data, ENV, ['--require', preload]);
  await sleep(LOOKED_MS);
  const more = [
    { name: 'open', logs: ['more'], index: 1 },
    { name: 'new', logs: ['log'] },
  ];
  expect((await ahead.push(buildMessage({ streams: more }))).status).toBe(204);
  ahead.signal('SIGUSR2');
  await sleep(LOOKED_MS);
  expect((await ahead.push(buildMessage({ streams: more }))).status).toBe(204);
  expect(await ahead.end('SIGTERM')).toBe(0);
  expect(ahead.output.match(/the clock is \d+ minutes ahead/g)).toHaveLength(1);

  const paths = STREAMS.concat(more).map(({ name }) => `test/prefix/+/${name}`);
  const logs = await readStored(data, (stored) =>
    Promise.all([...new Set(paths)].map((path) => stored.logs('test-project', path))),
  );
  expect(logs.map(({ length }) => length)).toEqual([1, 2, 1]);
});
