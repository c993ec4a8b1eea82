import * as v from 'valibot';
import { type Flags, givenSettings, loadConfig } from '../../src/service/config.js';
import { CollectorError } from '../../src/common/errors.js';
import { flagOf, type Setting } from '../../src/service/setting.js';
import { SETTINGS } from '../../src/service/settings.js';

const settings = Object.values<Setting<unknown>>(SETTINGS);

function problemsOf(env: NodeJS.ProcessEnv, flags?: Flags): string {
  try {
    loadConfig(env, flags);
  } catch (thrown) {
    if (thrown instanceof CollectorError && thrown.code === 'BAD_SETTINGS') return thrown.message;
    throw thrown;
  }
  throw new Error('the settings were taken');
}

describe('the settings', () => {
  test('without any variable are the defaults, frozen', () => {
    const config = loadConfig({});
    expect(config).toEqual({
      port: 8080,
      host: '',
      dataDir: '.logdog',
      dataMaxBytes: 10_737_418_240,
      dataMaxAgeMs: 0,
      bigtableProject: '',
      bigtableInstance: '',
      bigtableTable: 'logs',
      bigtableAppProfile: 'collector',
      bigtableWrites: 'grouped',
      bigtableEmulatorHost: '',
      bigtableMaxCalls: 1000,
      bigtableMaxGroups: 8,
      bigtableMaxQueue: 100_000,
      bigtableMaxQueueBytes: 268_435_456,
      rowLimitBytes: 10_485_760,
      stateCacheSize: 100_000,
      stateCacheExpirationMs: 600_000,
      maxMessageWorkers: 4,
      messageDeadlineMs: 60_000,
      maxInFlightBytes: 268_435_456,
      maxUnpackedBytes: 134_217_728,
      maxStreams: 10_000,
      maxConnections: 1000,
      logLevel: 'info',
      traceProject: '',
      otlpEndpoint: '',
      metricsServe: false,
      metricExportIntervalMs: 60_000,
      tracesExporter: 'none',
      coordinatorHost: '',
      coordinatorInsecure: false,
      coordinatorMaxCalls: 8,
      coordinatorMaxQueue: 100_000,
      coordinatorMaxQueueBytes: 67_108_864,
      coordinatorServe: true,
      coordinatorStrict: false,
      pushAuth: '',
      pushAudience: '',
      pushServiceAccount: '',
      deadLetterTopic: '',
      deadLetterMaxCalls: 16,
      deadLetterMaxBytes: 33_554_432,
      pubsubEmulatorHost: '',
      coordinatorPrefixExpirationMs: 86_400_000,
      logBundleTopic: 'projects/local/topics/logs',
    });
    expect(Object.isFrozen(config)).toBe(true);
  });

  test('that are empty count as not set', () => {
    expect(loadConfig({ PORT: '', DATA_DIR: '', BIGTABLE_PROJECT: '', K_SERVICE: '' }).port).toBe(
      8080,
    );
  });

  const good: [name: string, value: string, key: keyof typeof SETTINGS, read: unknown][] = [
    ['PORT', '0', 'port', 0],
    ['PORT', '65535', 'port', 65_535],
    ['HOST', '::1', 'host', '::1'],
    ['DATA_DIR', '/var/lib/log dog', 'dataDir', '/var/lib/log dog'],
    ['DATA_MAX_BYTES', '67108864', 'dataMaxBytes', 67_108_864],
    ['DATA_MAX_AGE', '720h', 'dataMaxAgeMs', 2_592_000_000],
    ['BIGTABLE_TABLE', 'logs-2', 'bigtableTable', 'logs-2'],
    ['BIGTABLE_WRITES', 'conditional', 'bigtableWrites', 'conditional'],
    ['BIGTABLE_EMULATOR_HOST', 'localhost:8086', 'bigtableEmulatorHost', 'localhost:8086'],
    ['COORDINATOR_HOST', 'logs.example.com', 'coordinatorHost', 'logs.example.com'],
    ['COORDINATOR_INSECURE', '1', 'coordinatorInsecure', true],
    ['PUSH_AUTH', 'platform', 'pushAuth', 'platform'],
    ['ROW_LIMIT_BYTES', '1', 'rowLimitBytes', 1],
    ['STATE_CACHE_EXPIRATION', '500ms', 'stateCacheExpirationMs', 500],
    ['STATE_CACHE_EXPIRATION', '24h', 'stateCacheExpirationMs', 86_400_000],
    ['MESSAGE_DEADLINE', '1s', 'messageDeadlineMs', 1000],
    ['MESSAGE_DEADLINE', '10m', 'messageDeadlineMs', 600_000],
    ['LOG_LEVEL', 'warning', 'logLevel', 'warning'],
    ['GOOGLE_CLOUD_PROJECT', 'example.com:p-1', 'traceProject', 'example.com:p-1'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'http://[::1]:4318/', 'otlpEndpoint', 'http://[::1]:4318/'],
    ['OTEL_METRIC_EXPORT_INTERVAL', '1', 'metricExportIntervalMs', 1],
    ['COORDINATOR_STRICT', '1', 'coordinatorStrict', true],
    ['COORDINATOR_SERVE', '0', 'coordinatorServe', false],
    ['BIGTABLE_MAX_CALLS', '1', 'bigtableMaxCalls', 1],
    ['BIGTABLE_MAX_GROUPS', '1', 'bigtableMaxGroups', 1],
    ['BIGTABLE_MAX_QUEUE', '10000', 'bigtableMaxQueue', 10_000],
    ['BIGTABLE_MAX_QUEUE_BYTES', '16777216', 'bigtableMaxQueueBytes', 16_777_216],
    ['COORDINATOR_MAX_CALLS', '1', 'coordinatorMaxCalls', 1],
    ['COORDINATOR_MAX_QUEUE', '1', 'coordinatorMaxQueue', 1],
    ['COORDINATOR_MAX_QUEUE_BYTES', '16777216', 'coordinatorMaxQueueBytes', 16_777_216],
    ['DEAD_LETTER_MAX_CALLS', '1', 'deadLetterMaxCalls', 1],
    ['DEAD_LETTER_MAX_BYTES', '16777216', 'deadLetterMaxBytes', 16_777_216],
    ['DEAD_LETTER_TOPIC', 'projects/p-1/topics/Bad', 'deadLetterTopic', 'projects/p-1/topics/Bad'],
    ['PUBSUB_EMULATOR_HOST', '[::1]:8085', 'pubsubEmulatorHost', '[::1]:8085'],
    ['LOG_BUNDLE_TOPIC', 'projects/p-1/topics/Logs', 'logBundleTopic', 'projects/p-1/topics/Logs'],
  ];
  test.each(good)('take %s=%s', (name, value, key, read) => {
    expect(loadConfig({ [name]: value })[key]).toBe(read);
  });

  const bad: [name: string, value: string][] = [
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80a'],
    ['PORT', ' 80'],
    ['PORT', '1e3'],
    ['HOST', 'local host'],
    ['DATA_MAX_BYTES', '67108863'],
    ['DATA_MAX_AGE', '30d'],
    ['BIGTABLE_TABLE', 'tables/logs'],
    ['BIGTABLE_APP_PROFILE', ''.padEnd(51, 'x')],
    ['BIGTABLE_WRITES', 'fast'],
    ['BIGTABLE_EMULATOR_HOST', 'localhost'],
    ['COORDINATOR_HOST', 'https://logs.example.com'],
    ['COORDINATOR_INSECURE', 'true'],
    ['PUSH_AUTH', 'on'],
    ['ROW_LIMIT_BYTES', '0'],
    ['ROW_LIMIT_BYTES', '10485761'],
    ['STATE_CACHE_SIZE', '0'],
    ['STATE_CACHE_EXPIRATION', '10'],
    ['STATE_CACHE_EXPIRATION', '25h'],
    ['MAX_MESSAGE_WORKERS', '0'],
    ['MESSAGE_DEADLINE', '0s'],
    ['MESSAGE_DEADLINE', '601s'],
    ['MESSAGE_DEADLINE', '1.5s'],
    ['MAX_IN_FLIGHT_BYTES', '1000000'],
    ['MAX_UNPACKED_BYTES', '10485759'],
    ['MAX_STREAMS', '0'],
    ['MAX_CONNECTIONS', '0'],
    ['LOG_LEVEL', 'loud'],
    ['GOOGLE_CLOUD_PROJECT', 'My Project'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'localhost:4318'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'http://'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'https://me:secret@example.com'],
    ['OTEL_METRIC_EXPORT_INTERVAL', '60s'],
    ['OTEL_TRACES_EXPORTER', 'console'],
    ['COORDINATOR_STRICT', 'yes'],
    ['COORDINATOR_SERVE', 'true'],
    ['BIGTABLE_MAX_CALLS', '0'],
    ['BIGTABLE_MAX_GROUPS', '0'],
    ['BIGTABLE_MAX_QUEUE', '9999'],
    ['BIGTABLE_MAX_QUEUE_BYTES', '16777215'],
    ['COORDINATOR_MAX_CALLS', '0'],
    ['COORDINATOR_MAX_QUEUE', '0'],
    ['COORDINATOR_MAX_QUEUE_BYTES', '16777215'],
    ['DEAD_LETTER_MAX_CALLS', '0'],
    ['DEAD_LETTER_MAX_BYTES', '10485760'],
    ['DEAD_LETTER_TOPIC', 'refused'],
    ['DEAD_LETTER_TOPIC', 'projects/p-1/subscriptions/refused'],
    ['PUBSUB_EMULATOR_HOST', 'localhost'],
    ['LOG_BUNDLE_TOPIC', 'logs'],
    ['LOG_BUNDLE_TOPIC', 'projects/p/topics/t'],
    ['COORDINATOR_PREFIX_EXPIRATION', '1y'],
  ];
  test.each(bad)('refuse %s=%s, and say what it must be', (name, value) => {
    const setting = settings.find((one) => one.name === name)!;
    const line = `${name} is ${JSON.stringify(value)}: it must be ${setting.expects}`;
    expect(problemsOf({ [name]: value })).toContain(line);
  });

  test('tell every problem at once', () => {
    const problems = problemsOf({ PORT: 'x', LOG_LEVEL: 'y', PUSH_AUDIENCE: 'z' });
    expect(problems.split('\n')).toHaveLength(4);
    expect(problems).toMatch(/PORT is "x".*/);
    expect(problems).toMatch(/LOG_LEVEL is "y".*/);
    expect(problems).toMatch(/PUSH_AUDIENCE is set, but .*/);
  });

  test('that ask for traces need a receiver', () => {
    const env = { OTEL_TRACES_EXPORTER: 'otlp' };
    expect(problemsOf(env)).toContain('but OTEL_EXPORTER_OTLP_ENDPOINT is not set');
    const receiver = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4318' };
    expect(loadConfig({ ...env, ...receiver }).tracesExporter).toBe('otlp');
  });

  test('let the streams of a bundle wait for a remote Coordinator, all of them', () => {
    const env = { PUSH_AUTH: 'off', COORDINATOR_HOST: 'a', COORDINATOR_MAX_QUEUE: '7' };
    expect(problemsOf({ ...env, MAX_STREAMS: '8' })).toContain(
      'COORDINATOR_MAX_QUEUE is 7: it must not be less than MAX_STREAMS, 8',
    );
    expect(loadConfig({ ...env, MAX_STREAMS: '7' }).coordinatorMaxQueue).toBe(7);
  });

  test('allow fewer streams of a bundle where rows are written one by one, unless they say how many', () => {
    const env = { BIGTABLE_WRITES: 'conditional' };
    expect(loadConfig(env).maxStreams).toBe(3000);
    expect(loadConfig({ ...env, MAX_STREAMS: '10000' }).maxStreams).toBe(10_000);
    expect(loadConfig({ BIGTABLE_WRITES: 'grouped' }).maxStreams).toBe(10_000);
  });

  test('show only the beginning of a long value', () => {
    expect(problemsOf({ PORT: 'x'.repeat(100_000) }).length).toBeLessThan(300);
  });

  const audience = { PUSH_AUDIENCE: 'https://collect.example.com/' };
  const account = { PUSH_SERVICE_ACCOUNT: 'pusher@project.iam.gserviceaccount.com' };

  test('of a token are needed to check it', () => {
    const all = { PUSH_AUTH: 'token', ...audience, ...account };
    expect(loadConfig(all)).toMatchObject({
      pushAuth: 'token',
      pushAudience: audience.PUSH_AUDIENCE,
      pushServiceAccount: account.PUSH_SERVICE_ACCOUNT,
    });
    const problems = problemsOf({ PUSH_AUTH: 'token' });
    expect(problems).toContain('PUSH_AUDIENCE is not set: PUSH_AUTH=token needs it');
    expect(problems).toContain('PUSH_SERVICE_ACCOUNT is not set: PUSH_AUTH=token needs it');
  });

  test.each([{}, { PUSH_AUTH: 'off' }, { PUSH_AUTH: 'platform' }])(
    'of tokens that are not checked are refused: %j',
    (auth) => {
      const problems = problemsOf({ ...auth, ...audience, ...account });
      expect(problems).toContain('PUSH_AUDIENCE is set, but without PUSH_AUTH=token');
      expect(problems).toContain('PUSH_SERVICE_ACCOUNT is set, but without PUSH_AUTH=token');
    },
  );

  test.each([
    ['PUSH_AUDIENCE', 'two words', account],
    ['PUSH_SERVICE_ACCOUNT', 'nobody', audience],
    ['PUSH_SERVICE_ACCOUNT', 'a@b@c', audience],
  ])('of a token must make sense: %s=%s', (name, value, other) => {
    const problems = problemsOf({ PUSH_AUTH: 'token', [name]: value, ...other });
    expect(problems).toContain(`${name} is "${value}": it must be`);
  });

  test('do not serve the Coordinator by default where pushes are checked', () => {
    const token = { PUSH_AUTH: 'token', ...audience, ...account };
    expect(loadConfig(token).coordinatorServe).toBe(false);
    expect(loadConfig({ ...token, COORDINATOR_SERVE: '1' }).coordinatorServe).toBe(true);
  });

  test.each([
    ['BIGTABLE_PROJECT', 'BIGTABLE_INSTANCE'],
    ['BIGTABLE_INSTANCE', 'BIGTABLE_PROJECT'],
  ])('that name half of Bigtable are refused: %s alone', (given, unset) => {
    expect(problemsOf({ [given]: 'name' })).toContain(`${unset} is not set: Bigtable needs both`);
    expect(loadConfig({ [given]: 'name', [unset]: 'name' })).toMatchObject({
      bigtableProject: 'name',
      bigtableInstance: 'name',
    });
  });

  test('of a deployed function have no local default: what is missing is named', () => {
    const problems = problemsOf({ K_SERVICE: 'collect' });
    for (const name of ['BIGTABLE_PROJECT', 'BIGTABLE_INSTANCE', 'COORDINATOR_HOST', 'PUSH_AUTH']) {
      expect(problems).toContain(`${name} is not set: a deployed function`);
    }
  });

  test.each(settings)('have a default that is taken, and a line of help: $name', (setting) => {
    const { guardedDefault, rowByRowDefault } = setting;
    for (const text of [setting.default, guardedDefault, rowByRowDefault]) {
      if (text === undefined) continue;
      expect(v.is(setting.schema, text)).toBe(true);
    }
    expect(setting.help).toMatch(/^\S.{10,}\S$/);
  });

  describe('of the command line', () => {
    test('go before the environment, and that before the default', () => {
      const env = { PORT: '1', HOST: 'a', LOG_LEVEL: '' };
      const flags = { PORT: '2', MAX_STREAMS: '3' };
      expect(loadConfig(env, flags)).toEqual({
        ...loadConfig({}),
        port: 2,
        host: 'a',
        maxStreams: 3,
      });
      const sources = givenSettings(env, flags)
        .filter(({ source }) => source !== 'default')
        .map(({ setting, source }) => [setting.name, source]);
      expect(sources).toEqual([
        ['PORT', 'flag'],
        ['HOST', 'environment'],
        ['MAX_STREAMS', 'flag'],
      ]);
    });

    test('that are empty stand, where the environment says otherwise', () => {
      expect(loadConfig({ COORDINATOR_HOST: 'a' }, { COORDINATOR_HOST: '' }).coordinatorHost).toBe(
        '',
      );
      const deployed = { K_SERVICE: 'collect', COORDINATOR_HOST: 'a' };
      expect(problemsOf(deployed, { COORDINATOR_HOST: '' })).toContain('COORDINATOR_HOST is not');
    });

    test('are named as flags where they are wrong', () => {
      const problems = problemsOf({ PORT: '80', LOG_LEVEL: 'x' }, { PORT: 'y' });
      expect(problems).toMatch(/\n {2}--port is "y": [^]*\n {2}LOG_LEVEL is "x": /);
    });

    test('give Bigtable together with the environment', () => {
      expect(loadConfig({ BIGTABLE_PROJECT: 'p' }, { BIGTABLE_INSTANCE: 'i' })).toMatchObject({
        bigtableProject: 'p',
        bigtableInstance: 'i',
      });
    });
  });

  test('have names and flags of their own', () => {
    expect(new Set(settings.map(({ name }) => name)).size).toBe(settings.length);
    expect(new Set(settings.map(flagOf)).size).toBe(settings.length);
    expect(flagOf(SETTINGS.bigtableAppProfile)).toBe('--bigtable-app-profile');
  });
});
