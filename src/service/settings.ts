import { MAX_FRAME_BYTES } from '../bundle/limits.js';
import { DEFAULTS } from '../common/defaults.js';
import { MAX_BODY_BYTES, PUSH_BYTES } from '../push/limits.js';
import { type Setting, duration, flag, integer, oneOf, optional, text } from './setting.js';
import { MIN_QUEUED_BYTES, PROJECT, HOST_PORT, STORAGE_SETTINGS } from './storage_settings.js';

/** The longest ack deadline that a Pub/Sub subscription can have. */
const MAX_ACK_DEADLINE = '10m';

/** A Pub/Sub topic: the ids of a project, which may have a domain, and of a topic. */
const TOPIC =
  /^projects\/(?:[a-z][a-z0-9.-]*:)?[a-z][a-z0-9-]{0,62}\/topics\/[A-Za-z][\w.~+%-]{2,254}$/;

/** Lists every setting. The documentation is made from it (`npm run settings`). */
export const SETTINGS = {
  port: {
    name: 'PORT',
    help: 'the port that `start` and `serve` listen on; 0: any free port',
    ...integer(8080, [0, 65_535]),
  },
  host: {
    name: 'HOST',
    help: 'the address that `start` and `serve` listen on; default: loopback with a local backend, else every interface',
    ...optional(text('a host name or an IP address', /^[\w.:%-]+$/)),
  },
  ...STORAGE_SETTINGS,
  stateCacheSize: {
    name: 'STATE_CACHE_SIZE',
    help: 'how many streams the state cache holds',
    ...integer(DEFAULTS.stateCacheSize, [1, 10_000_000], 'streams'),
  },
  stateCacheExpirationMs: {
    name: 'STATE_CACHE_EXPIRATION',
    help: 'how long the state cache holds a stream',
    ...duration(`${DEFAULTS.stateCacheExpirationMs / 60_000}m`, ['1ms', '24h']),
  },
  maxMessageWorkers: {
    name: 'MAX_MESSAGE_WORKERS',
    help: 'how many streams of one message are stored in Bigtable at once where each takes a call: all with BIGTABLE_WRITES=conditional, those with 256 KiB of logs or more with grouped (others: 200; the local store: 512)',
    ...integer(DEFAULTS.maxMessageWorkers, [1, 1000], 'stores'),
  },
  messageDeadlineMs: {
    name: 'MESSAGE_DEADLINE',
    help: 'the time limit of one message; it must be below the ack deadline of the subscription',
    common: true,
    ...duration(`${DEFAULTS.messageDeadlineMs / 1000}s`, ['1ms', MAX_ACK_DEADLINE]),
  },
  maxInFlightBytes: {
    name: 'MAX_IN_FLIGHT_BYTES',
    help: 'how many bytes of pushes may be under way; a push in excess is answered with 429',
    // Below one body, the largest message would never get in.
    ...integer(DEFAULTS.maxInFlightBytes, [MAX_BODY_BYTES + PUSH_BYTES, 2 ** 40], 'bytes'),
  },
  maxUnpackedBytes: {
    name: 'MAX_UNPACKED_BYTES',
    help: 'how many bytes the messages under way may unpack to; a message in excess waits, within its MESSAGE_DEADLINE',
    // A small message may unpack to the largest bundle.
    ...integer(DEFAULTS.maxUnpackedBytes, [MAX_FRAME_BYTES, 2 ** 40], 'bytes'),
  },
  maxStreams: {
    name: 'MAX_STREAMS',
    rowByRowDefault: String(DEFAULTS.rowByRowMaxStreams),
    help: `how many streams one bundle may have; with BIGTABLE_WRITES=conditional the default is ${DEFAULTS.rowByRowMaxStreams}`,
    ...integer(DEFAULTS.maxStreams, [1, 10_000_000], 'streams'),
  },
  maxConnections: {
    name: 'MAX_CONNECTIONS',
    help: 'how many connections `serve` holds at once; it closes silent and idle ones for new ones',
    ...integer(1000, [1, 100_000], 'connections'),
  },
  logLevel: {
    name: 'LOG_LEVEL',
    default: 'info',
    help: 'the lowest severity that is logged',
    ...oneOf('debug', 'info', 'warning', 'error'),
  },
  traceProject: {
    name: 'GOOGLE_CLOUD_PROJECT',
    help: 'the Google Cloud project of the traces that log lines name; default: BIGTABLE_PROJECT',
    ...optional(text('the id of a project', PROJECT)),
  },
  otlpEndpoint: {
    name: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    help: 'where metrics and traces are sent, by OTLP over HTTP as JSON; without it, none are collected',
    ...optional(
      text('a URL of http or https without a password', /^https?:\/\/[^\s/?#@]+(\/[^\s?#]*)?$/),
    ),
  },
  metricsServe: {
    name: 'METRICS_SERVE',
    help: '1: `serve` answers `GET /metrics` with its metrics for Prometheus, to every caller that reaches the port',
    ...flag(),
  },
  metricExportIntervalMs: {
    name: 'OTEL_METRIC_EXPORT_INTERVAL',
    help: 'the shortest time between two exports of metrics and traces, each of which runs within a request',
    ...integer(60_000, [1, 86_400_000], 'milliseconds'),
  },
  tracesExporter: {
    name: 'OTEL_TRACES_EXPORTER',
    default: 'none',
    help: '`otlp`: exports one span per message, with a child span per stream; `none`: exports no traces',
    ...oneOf('none', 'otlp'),
  },
  coordinatorHost: {
    name: 'COORDINATOR_HOST',
    help: 'a remote Coordinator, as `host` or `host:port`; it replaces the local one',
    common: true,
    ...optional(text('a host or host:port', /^[\w.:[\]-]+$/)),
  },
  coordinatorInsecure: {
    name: 'COORDINATOR_INSECURE',
    help: '1: calls the remote Coordinator by plain http and without a token, as is always done for loopback addresses',
    ...flag(),
  },
  coordinatorMaxCalls: {
    name: 'COORDINATOR_MAX_CALLS',
    help: 'how many calls to the remote Coordinator are under way at once, each with up to 20 registrations and terminations; further ones wait, and up to eight times as many calls are under way besides while some are slow',
    ...integer(DEFAULTS.coordinatorMaxCalls, [1, 1000], 'calls'),
  },
  coordinatorMaxQueue: {
    name: 'COORDINATOR_MAX_QUEUE',
    help: 'how many registrations and terminations may wait for the remote Coordinator, at least MAX_STREAMS; a message in excess is answered with 429',
    ...integer(DEFAULTS.coordinatorMaxQueue, [1, 10_000_000], 'streams'),
  },
  coordinatorMaxQueueBytes: {
    name: 'COORDINATOR_MAX_QUEUE_BYTES',
    help: 'how many bytes may wait for the remote Coordinator; a message in excess is answered with 429',
    ...integer(DEFAULTS.coordinatorMaxQueueBytes, [MIN_QUEUED_BYTES, 2 ** 40], 'bytes'),
  },
  coordinatorServe: {
    name: 'COORDINATOR_SERVE',
    guardedDefault: '0',
    help: '1: serves the local Coordinator to Butlers and readers, under /prpc/; default: 0 when deployed or with PUSH_AUTH=token, else 1',
    ...flag('1'),
  },
  coordinatorStrict: {
    name: 'COORDINATOR_STRICT',
    help: '1: the local Coordinator accepts only bundles of registered prefixes',
    ...flag(),
  },
  pushAuth: {
    name: 'PUSH_AUTH',
    help: 'what checks the sender of a push: `token`: the function, by its token; `platform`: the platform, before the function is called; `off`: nothing; default: `off` with a local backend, else it must be set',
    common: true,
    ...optional(oneOf('off', 'platform', 'token')),
  },
  pushAudience: {
    name: 'PUSH_AUDIENCE',
    help: 'with PUSH_AUTH=token: the audience of the tokens that the subscription sends',
    common: true,
    ...optional(text('an audience, such as the URL of the function', /^[!-~]{1,1024}$/)),
  },
  pushServiceAccount: {
    name: 'PUSH_SERVICE_ACCOUNT',
    help: 'with PUSH_AUTH=token: the e-mail address of the service account whose tokens the subscription sends',
    common: true,
    ...optional(text('an e-mail address', /^[^\s@]{1,128}@[^\s@]{1,253}$/)),
  },
  deadLetterTopic: {
    name: 'DEAD_LETTER_TOPIC',
    help: 'the topic that refused messages are published to; without it, the local store, if there is one, keeps the latest',
    common: true,
    ...optional(text('projects/P/topics/T', TOPIC)),
  },
  deadLetterMaxCalls: {
    name: 'DEAD_LETTER_MAX_CALLS',
    help: 'how many refused messages are published at once; a message in excess is answered with 429',
    ...integer(DEFAULTS.deadLetterMaxCalls, [1, 1000], 'messages'),
  },
  deadLetterMaxBytes: {
    name: 'DEAD_LETTER_MAX_BYTES',
    help: 'how many bytes of refused messages are published at once; a message in excess is answered with 429',
    // Below one body, the largest message would never be published.
    ...integer(DEFAULTS.deadLetterMaxBytes, [MAX_BODY_BYTES, 2 ** 40], 'bytes'),
  },
  pubsubEmulatorHost: {
    name: 'PUBSUB_EMULATOR_HOST',
    help: 'the address of a Pub/Sub emulator, which is used instead of the service',
    ...optional(text('host:port', HOST_PORT)),
  },
  coordinatorPrefixExpirationMs: {
    name: 'COORDINATOR_PREFIX_EXPIRATION',
    help: 'how long after its registration the local Coordinator accepts new streams of a prefix',
    ...duration(`${DEFAULTS.coordinatorPrefixExpirationMs / 3_600_000}h`, ['1s', '87600h']),
  },
  logBundleTopic: {
    name: 'LOG_BUNDLE_TOPIC',
    default: 'projects/local/topics/logs',
    help: 'the topic that the local Coordinator tells Butlers to publish to',
    ...text('projects/P/topics/T', TOPIC),
  },
} as const satisfies Record<string, Setting<unknown>>;
