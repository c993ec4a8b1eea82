import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { HttpServer } from './fakes/http_server.js';

const SCRIPT = join(resolve(__dirname, '../..'), 'scripts/audit.mjs');

let advisories = 0;

/** A weakness of every version of a package, as the registry tells of it. */
function weakness(name: string, severity: string) {
  const id = ++advisories;
  const advisory = { id, url: 'https://example.com/1', title: 'x', vulnerable_versions: '*' };
  return { [name]: [{ ...advisory, severity, cwe: [], cvss: { score: 0 } }] };
}

let registry: HttpServer;
/** Of its own, for npm remembers advisories. */
let cache: string;
let answer: { status: number; body: unknown };

beforeAll(async () => {
  cache = mkdtempSync(join(tmpdir(), 'logdog-'));
  registry = await HttpServer.start(({ method }, response) => {
    // Only audits are asked by POST; this registry knows nothing else.
    const { status, body } = method === 'POST' ? answer : { status: 404, body: {} };
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
});

afterAll(async () => {
  await registry.stop();
  rmSync(cache, { recursive: true, force: true });
});

async function audit(): Promise<{ code: number; output: string }> {
  const env = {
    ...process.env,
    npm_config_registry: registry.url,
    npm_config_cache: cache,
    npm_config_fetch_retries: '0',
    npm_config_audit: 'true',
  };
  const child = spawn(process.execPath, [SCRIPT], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const exit = once(child, 'exit');
  const output = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = (await exit) as [number];
  return { code, output: output.join('') };
}

describe('npm run audit', () => {
  it.each<[string, number, unknown, number, RegExp]>([
    ['passes where nothing is known', 200, {}, 0, /0 high, 0 critical/],
    ['passes a weakness below its level', 200, weakness('valibot', 'low'), 0, /low: valibot/],
    ['fails for a weakness', 200, weakness('valibot', 'high'), 1, /high: valibot\n.*findings/],
    ['passes what only tests use', 200, weakness('prettier', 'high'), 0, /0 high/],
    ['says where there are no audits', 405, {}, 0, /could not be asked, so nothing is known: 405/],
    ['fails where the registry does', 500, {}, 1, /npm audit failed: 500/],
  ])('%s', async (_what, status, body, code, output) => {
    answer = { status, body };
    const result = await audit();
    expect(result.output).toMatch(output);
    expect(result.code).toBe(code);
  });
});
