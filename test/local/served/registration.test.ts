import { Rig, SECRET, TOPIC } from './rig.js';

const MINUTE_MS = 60_000;
const nonce = (fill: number, length = 32) => Buffer.alloc(length, fill).toString('base64');

describe('RegisterPrefix', () => {
  let rig: Rig;

  beforeEach(async () => {
    rig = await new Rig({ strict: true, prefixExpirationMs: 60 * MINUTE_MS }).start();
  });

  afterEach(() => rig.close());

  function register(differs: object = {}) {
    return rig.call('Registration/RegisterPrefix', { project: 'proj', prefix: 'a/b', ...differs });
  }

  async function secretOf(differs: object = {}): Promise<Buffer> {
    const { code, answer } = await register(differs);
    expect(code).toBe('OK');
    return Buffer.from((answer as { secret: string }).secret, 'base64');
  }

  /** Whether streams under it are taken with a secret. */
  async function takes(secret: Buffer, name: string): Promise<string> {
    const path = `a/b/+/${name}`;
    const registration = { project: 'proj', path, secret, protoVersion: '1', terminalIndex: -1n };
    try {
      await rig.coordinator.registerStream(registration, Buffer.alloc(0), {});
      return 'taken';
    } catch (error) {
      return (error as Error).message;
    }
  }

  test('answers a secret of 36 bytes, and where to publish', async () => {
    const { code, answer } = await register();
    expect(code).toBe('OK');
    const { secret, logBundleTopic } = answer as Record<string, string>;
    expect(logBundleTopic).toBe(TOPIC);
    expect(Buffer.from(secret!, 'base64')).toHaveLength(36);
  });

  test('gives every prefix a secret of its own, which its streams are taken with', async () => {
    const secret = await secretOf();
    expect(await secretOf({ prefix: 'a/c' })).not.toEqual(secret);
    expect(await takes(secret, 'x')).toBe('taken');
    expect(await takes(SECRET, 'y')).toContain('InvalidArgument');
  });

  test('takes a prefix once', async () => {
    await secretOf();
    const { code, answer } = await register();
    expect([code, answer]).toEqual([
      'AlreadyExists',
      'prefix proj/a/b is registered already: use another one',
    ]);
  });

  test('is done once where many ask at once', async () => {
    const codes = (await Promise.all(Array.from({ length: 10 }, () => register()))).map(
      ({ code }) => code,
    );
    expect(codes.filter((code) => code === 'OK')).toHaveLength(1);
    expect(new Set(codes)).toEqual(new Set(['OK', 'AlreadyExists']));
  });

  test('is refused for a prefix that a bundle has registered', async () => {
    await rig.close();
    rig = await new Rig().start();
    await rig.register('a/b/+/x');
    expect((await register()).code).toBe('AlreadyExists');
  });

  test('with the same nonce within 15 minutes answers the same secret', async () => {
    const secret = await secretOf({ opNonce: nonce(1) });
    rig.now += 15 * MINUTE_MS;
    expect(await secretOf({ op_nonce: nonce(1) })).toEqual(secret);
    rig.now += 1;
    expect((await register({ opNonce: nonce(1) })).code).toBe('AlreadyExists');
  });

  test.each([
    ['another nonce', nonce(1), nonce(2)],
    ['a nonce of 31 bytes', nonce(1, 31), nonce(1, 31)],
    ['a nonce of 33 bytes', nonce(1, 33), nonce(1, 33)],
    ['no nonce', nonce(1), ''],
    ['a nonce that the first had not', '', nonce(1)],
  ])('with %s is a registration of its own, and refused', async (_name, first, second) => {
    await secretOf({ opNonce: first });
    expect((await register({ opNonce: second })).code).toBe('AlreadyExists');
  });

  test.each([
    ['as long as is asked for', '60s', MINUTE_MS],
    ['no longer than the Coordinator allows', '36000s', 60 * MINUTE_MS],
    ['as long as the Coordinator allows where nothing is asked', undefined, 60 * MINUTE_MS],
    ['as long as the Coordinator allows where none at all is asked', '0s', 60 * MINUTE_MS],
  ])('accepts streams %s', async (_name, expiration, ms) => {
    const secret = await secretOf({ expiration });
    rig.now += ms - 1;
    expect(await takes(secret, 'x')).toBe('taken');
    rig.now += 1;
    expect(await takes(secret, 'y')).toContain('FailedPrecondition');
  });

  test.each([
    ['given', 'some-realm', 'some-realm'],
    ['not given', undefined, '@legacy'],
  ])('keeps the realm: %s', async (_name, realm, kept) => {
    await secretOf({ realm });
    expect(await rig.answer('Logs/Query', { project: 'proj', path: 'a/b' })).toEqual({
      project: 'proj',
      realm: kept,
    });
  });

  test.each([
    ['no project', { project: '' }],
    ['a project that is no name', { project: 'Proj' }],
    ['no prefix', { prefix: '' }],
    ['a prefix that is no name', { prefix: 'a//b' }],
    ['a prefix with a wildcard', { prefix: 'a/*' }],
    ['a realm that is no name', { realm: 'A Realm' }],
  ])('refuses %s', async (_name, differs) => {
    expect((await register(differs)).code).toBe('InvalidArgument');
  });

  test('is kept when the process ends', async () => {
    const secret = await secretOf({ opNonce: nonce(1), realm: 'r' });
    const again = rig.coordinator.prefix('proj', 'a/b')!;
    expect(Buffer.from(again.secret)).toEqual(secret);
    expect(again).toMatchObject({ realm: 'r', opNonce: Buffer.alloc(32, 1) });
  });
});

test('a prefix that an earlier version has stored is still read', async () => {
  const rig = await new Rig().start();
  try {
    const prefixes = rig.environment.openDB<object, Buffer>({
      name: 'prefixes',
      encoding: 'json',
      keyEncoding: 'binary',
    });
    const stored = {
      project: 'proj',
      prefix: 'old',
      secret: SECRET.toString('base64'),
      created: 0,
      expiration: Date.UTC(2030, 0, 1),
    };
    await prefixes.put(Buffer.from('proj\0old'), stored);
    await rig.register('old/+/x');
    expect(rig.coordinator.prefix('proj', 'old')).toMatchObject({
      realm: '@legacy',
      opNonce: undefined,
    });
  } finally {
    await rig.close();
  }
});
