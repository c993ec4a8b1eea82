import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectionsMax, openFilesMax, RESERVED_FILES } from '../../src/http/open_files.js';
import { boundServer } from '../../src/http/server_bounds.js';

test.each([
  ['as wanted, where there are files enough', 1000, 24, 1_048_576, 1000],
  ['as wanted, where it is just enough', 100, 24, 100 + 24 + RESERVED_FILES, 100],
  ['one fewer, where it is just not', 100, 24, 99 + 24 + RESERVED_FILES, 99],
  ['what the reserve leaves', 1000, 24, 120, 120 - 24 - RESERVED_FILES],
  ['a quarter of the files, where the reserve leaves less', 1000, 1000, 1024, 256],
  ['one, at the least', 1000, 0, 1, 1],
  ['without a bound, where there is none on files either', Infinity, 24, Infinity, Infinity],
  ['what the reserve leaves, where none are wanted in particular', Infinity, 0, 1024, 960],
])('connections at once: %s', (_name, wanted, outgoing, filesMax, expected) => {
  expect(connectionsMax(wanted, outgoing, filesMax)).toBe(expected);
});

test('the limit of open files is read, where there is one', () => {
  const folder = mkdtempSync(join(tmpdir(), 'logdog-'));
  const path = join(folder, 'limits');
  const line = (soft: string) =>
    `Limit                     Soft Limit           Hard Limit           Units\nMax open files            ${soft.padEnd(20)} 4096                 files\n`;
  writeFileSync(path, line('120'));
  expect(openFilesMax(path)).toBe(120);
  writeFileSync(path, line('unlimited'));
  expect(openFilesMax(path)).toBe(Infinity);
  expect(openFilesMax(join(folder, 'none'))).toBe(Infinity);
  rmSync(folder, { recursive: true });
});

test('a connection that cannot be accepted: one warning, and the server goes on; before it listens, an error', () => {
  const server = createServer();
  const warnings: string[] = [];
  boundServer(server, { maxConnections: 10, warn: (message) => warnings.push(message) });
  const error = Object.assign(new Error('accept EMFILE'), { code: 'EMFILE' });
  expect(() => server.emit('error', error)).toThrow('EMFILE');
  server.emit('listening');
  for (let at = 0; at < 3; at++) server.emit('error', error);
  expect(warnings).toEqual([expect.stringMatching(/EMFILE; raise the limit of open files/)]);
});
