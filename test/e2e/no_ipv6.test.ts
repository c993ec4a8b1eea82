import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { temporaryFolder } from './function.js';
import { BIN, namespaceTest, spawnApart } from './namespaces.js';

const CLOUD = {
  PORT: '0',
  PUSH_AUTH: 'off',
  BIGTABLE_PROJECT: 'p-1',
  BIGTABLE_INSTANCE: 'i',
  BIGTABLE_EMULATOR_HOST: '127.0.0.1:1',
  COORDINATOR_HOST: '127.0.0.1:1',
};
const PRELOAD = `--require ${join(__dirname, 'no_ipv6_kernel.js')}`;

/** Returns what a command says until it listens, or ends; and ends it. */
async function said(child: ChildProcess): Promise<string> {
  let text = '';
  const listening = new Promise<void>((resolve) => {
    for (const output of [child.stdout!, child.stderr!]) {
      output.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        if (text.includes('listening on')) resolve();
      });
    }
  });
  await Promise.race([listening, once(child, 'exit')]);
  child.kill('SIGKILL');
  return text;
}

test.each([
  ['serve', '', 'listening on http://0.0.0.0:'],
  ['start', '', 'listening on http://0.0.0.0:'],
  ['serve', '0.0.0.0', 'listening on http://0.0.0.0:'],
  // Chosen, and not there.
  ['serve', '::1', 'cannot listen on port 0 of ::1'],
])("%s on HOST='%s' with a kernel that has no IPv6: '%s'", async (command, host, expected) => {
  const env = { PATH: process.env.PATH, ...CLOUD, HOST: host, NODE_OPTIONS: PRELOAD };
  expect(await said(spawn(process.execPath, [BIN, command], { env }))).toContain(expected);
});

namespaceTest(
  'serve on the name of an IPv6 address and an IPv4 one, with a kernel that has no IPv6: takes the IPv4 one',
  async () => {
    const hosts = "printf '::1 both\\n127.0.0.1 both\\n' > $HOSTS; mount --bind $HOSTS /etc/hosts;";
    const folder = temporaryFolder();
    const env = { ...CLOUD, HOST: 'both', NODE_OPTIONS: PRELOAD, HOSTS: `${folder.path}/hosts` };
    const child = spawnApart(['-n', '-m'], `${hosts} ip link set lo up;`, ['serve'], env);
    expect(await said(child)).toContain('listening on http://127.0.0.1:');
    folder.remove();
  },
);

namespaceTest.each([
  // Such a socket takes IPv4 all the same.
  ['', 'listening on http://[::]:'],
  ['localhost', 'listening on http://'],
  ['::1', 'cannot listen on port 0 of ::1'],
])("serve on HOST='%s' where IPv6 is switched off: '%s'", async (host, expected) => {
  const off = 'echo 1 > /proc/sys/net/ipv6/conf/all/disable_ipv6; ip link set lo up;';
  const child = spawnApart(['-n'], off, ['serve'], { ...CLOUD, HOST: host });
  expect(await said(child)).toContain(expected);
});
