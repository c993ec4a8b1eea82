import { statSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { StreamClaim } from '../../../src/cli/butler/stream_claim.js';
import { temporaryFolder } from '../../e2e/function.js';

const folder = temporaryFolder();
const directory = join(folder.path, 'store', 'sent');
afterAll(() => {
  folder.remove();
});

const open = (path: string) => new StreamClaim(directory, ['http://localhost/', 'demo', path]);

test('stream claim: take: of 20 commands at once one has it, and another stream is not affected', async () => {
  const claims = Array.from({ length: 20 }, () => open('p/+/race'));
  const taken = await Promise.all(claims.map((claim) => claim.take()));
  expect(taken.filter((has) => has)).toHaveLength(1);
  expect(await open('p/+/other').take()).toBe(true);
});

test('stream claim: earlier: says since when, and whether a message was acked', async () => {
  const claim = open('p/+/states');
  expect(await claim.earlier()).toBeUndefined();
  await claim.take();
  expect(await claim.earlier()).toMatchObject({ acked: false });
  await claim.confirm();
  const { acked, madeMs } = (await claim.earlier())!;
  expect(acked).toBe(true);
  expect(Math.abs(Date.now() - madeMs)).toBeLessThan(60_000);
});

test('stream claim: release: the next command has it', async () => {
  const claim = open('p/+/released');
  await claim.take();
  await claim.release();
  expect(await open('p/+/released').take()).toBe(true);
});

test('stream claim: takeOver: of 20 commands that saw the same claim one has it', async () => {
  await open('p/+/left').take();
  const claims = Array.from({ length: 20 }, () => open('p/+/left'));
  const seen = await Promise.all(claims.map((claim) => claim.earlier()));
  const taken = await Promise.all(claims.map((claim, at) => claim.takeOver(seen[at]!)));
  expect(taken.filter((has) => has)).toHaveLength(1);
  expect(await open('p/+/left').take()).toBe(false);
});

test('stream claim: takeOver: a claim that was made since is left to its command', async () => {
  const [one, other] = [open('p/+/late'), open('p/+/late')];
  await one.take();
  const seen = (await other.earlier())!;
  expect(await one.takeOver(seen)).toBe(true);
  await one.confirm();
  expect(await other.takeOver(seen)).toBe(false);
  expect(await one.earlier()).toMatchObject({ acked: true });
});

test('stream claim: its file is readable by its owner alone, and gone after 31 days', async () => {
  const claim = open('p/+/old');
  await claim.take();
  const { file } = claim as unknown as { file: string };
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(directory).mode & 0o777).toBe(0o700);
  const old = Date.now() / 1000 - 31 * 24 * 3600;
  await utimes(file, old, old);
  expect(await open('p/+/old').earlier()).toBeUndefined();
});
