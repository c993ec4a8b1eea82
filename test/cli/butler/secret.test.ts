import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { secretOf } from '../../../src/cli/butler/secret.js';

const root = mkdtempSync(join(tmpdir(), 'secret-'));
const dataDir = join(root, 'store');
const directory = join(dataDir, 'secrets');

afterAll(() => {
  rmSync(root, { recursive: true });
});

it('a prefix keeps its secret of 36 bytes', async () => {
  const secret = await secretOf(dataDir, ['url', 'demo', 'a']);
  expect(secret).toHaveLength(36);
  expect(await secretOf(dataDir, ['url', 'demo', 'a'])).toEqual(secret);
});

it('another prefix, project or function has another one', async () => {
  const owners = [
    ['url', 'demo', 'a'],
    ['url', 'demo', 'b'],
    ['url', 'other', 'a'],
    ['there', 'demo', 'a'],
  ];
  const secrets = await Promise.all(owners.map((owner) => secretOf(dataDir, owner)));
  expect(new Set(secrets.map((secret) => secret.toString('hex'))).size).toBe(4);
});

it('those who ask at once are told the same', async () => {
  const asked = Array.from({ length: 20 }, () => secretOf(dataDir, ['url', 'demo', 'race']));
  const secrets = await Promise.all(asked);
  expect(new Set(secrets.map((secret) => secret.toString('hex'))).size).toBe(1);
});

it('only their owner may read secrets, and no draft is left', async () => {
  await secretOf(dataDir, ['url', 'demo', 'mode']);
  for (const name of readdirSync(directory)) {
    expect(name).toMatch(/^[0-9a-f]{64}$/);
    expect(statSync(join(directory, name)).mode & 0o777).toBe(0o600);
  }
});

const age = (seconds: number) => {
  const then = Date.now() / 1000 - seconds;
  for (const name of readdirSync(directory)) utimesSync(join(directory, name), then, then);
};
const MONTH_SECONDS = 31 * 24 * 60 * 60;

it('a secret that is a month older than another one is forgotten', async () => {
  const secret = await secretOf(dataDir, ['url', 'demo', 'old']);
  age(MONTH_SECONDS);
  await secretOf(dataDir, ['url', 'demo', 'new']);
  expect(await secretOf(dataDir, ['url', 'demo', 'old'])).not.toEqual(secret);
  expect(readdirSync(directory)).toHaveLength(2);
});

it('a secret is kept where only the clock is a month ahead', async () => {
  const secret = await secretOf(dataDir, ['url', 'demo', 'kept']);
  age(MONTH_SECONDS);
  expect(await secretOf(dataDir, ['url', 'demo', 'kept'])).toEqual(secret);
});
