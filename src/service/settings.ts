import { MAX_FRAME_BYTES } from '../bundle/limits.js';
import { MAX_BODY_BYTES, PUSH_BYTES } from '../push/limits.js';
import { duration, flag, integer, type Kind, oneOf, optional, text } from './setting_kinds.js';
import { MAX_ROW_BYTES } from '../storage/rows.js';

/** One setting: an environment variable, also a flag of the command line; what it may be, and what it is for. */
export interface Setting<T> extends Kind<T> {
  /** The variable. */
  readonly name: string;
  /** As one would write it. */
  readonly default: string;
  /** As `default`, in a deployed function and with PUSH_AUTH=token, where that is another one. */
  readonly guardedDefault?: string;
  /** The line of the documentation. */
  readonly help: string;
  /** Its value is shown nowhere. */
  readonly secret?: boolean;
}

/** The smallest local store: the largest push, and room to store it while older ones go. */
const MIN_DATA_BYTES = 64 * 1024 * 1024;
/** The largest bundle waits as a whole, in rows or calls, and each of them counts some bytes besides. */
const MIN_QUEUED_BYTES = 16 * 1024 * 1024;
/** The largest bundle in rows of a kilobyte. */
const MIN_QUEUED_ROWS = 10_000;
/** The longest ack deadline that a Pub/Sub subscription can have. */
const MAX_ACK_DEADLINE = '10m';

/** The id of a Google Cloud project, which may have a domain. */
const PROJECT = /^([a-z0-9.-]+:)?[a-z][a-z0-9-]{0,29}$/;

/** A Pub/Sub topic: the ids of a project, which may have a domain, and of a topic. */
const TOPIC =
  /^projects\/(?:[a-z][a-z0-9.-]*:)?[a-z][a-z0-9-]{0,62}\/topics\/[A-Za-z][\w.~+%-]{2,254}$/;

const HOST_PORT = /^([\w.-]+|\[[\da-f:.]+\]):\d{1,5}$/i;

/** Every setting that this version has: the table that the code and the documentation are both held against. */
export const SETTINGS = {
  port: {
    name: 'PORT',
    default: '8080',
    help: 'where it listens; 0 for any free port',
    ...integer(0, 65_535),
  },
  host: {
    name: 'HOST',
    default: '',
    help: 'the address that `start` and `serve` listen on; loopback with a local backend, else every interface',
    ...optional(text('a host name or an IP address', /^[\w.:%-]+$/)),
  },
  dataDir: {
    name: 'DATA_DIR',
    default: '.logdog',
    help: 'the folder of the local store',
    ...text('a path', /^[^\0]+$/),
  },
  dataMaxBytes: {
    name: 'DATA_MAX_BYTES',
    default: String(10 * 1024 ** 3),
    help: 'how large the local store may become: the streams that have had no logs for the longest are expunged',
    ...integer(MIN_DATA_BYTES, 2 ** 49, 'bytes'),
  },
  dataMaxAgeMs: {
    name: 'DATA_MAX_AGE',
    default: '0s',
    help: 'how long after its last logs the local store keeps a stream; 0s for as long as there is room',
    ...duration('0s', '87600h'),
  },
  bigtableProject: {
    name: 'BIGTABLE_PROJECT',
    default: '',
    help: 'the Google Cloud project of the Bigtable instance; with BIGTABLE_INSTANCE it replaces the local store',
    ...optional(text('the id of a project', PROJECT)),
  },
  bigtableInstance: {
    name: 'BIGTABLE_INSTANCE',
    default: '',
    help: 'the Bigtable instance',
    ...optional(text('the id of an instance', /^[a-z][a-z0-9-]{0,32}$/)),
  },
  bigtableTable: {
    name: 'BIGTABLE_TABLE',
    default: 'logs',
    help: 'the table, with a column family `log`',
    ...text('the id of a table', /^[\w.-]{1,50}$/),
  },
  bigtableAppProfile: {
    name: 'BIGTABLE_APP_PROFILE',
    default: 'collector',
    help: 'the app profile; with BIGTABLE_WRITES=conditional: single-cluster routing, single-row transactions allowed',
    ...text('the id of an app profile', /^[\w.-]{1,50}$/),
  },
  bigtableWrites: {
    name: 'BIGTABLE_WRITES',
    default: 'grouped',
    help: '`grouped`: rows of many messages in one call, which may be repeated, with any app profile; `conditional`: row by row, the first write of a row stays, as the Go Collector',
    ...oneOf('conditional', 'grouped'),
  },
  bigtableEmulatorHost: {
    name: 'BIGTABLE_EMULATOR_HOST',
    default: '',
    help: 'the emulator instead of the service, as `host:port`',
    ...optional(text('host:port', HOST_PORT)),
  },
  bigtableMaxCalls: {
    name: 'BIGTABLE_MAX_CALLS',
    default: '1000',
    help: 'with BIGTABLE_WRITES=conditional: the writes of a row that are under way at once; further ones wait',
    ...integer(1, 100_000, 'calls'),
  },
  bigtableMaxGroups: {
    name: 'BIGTABLE_MAX_GROUPS',
    default: '8',
    help: 'with BIGTABLE_WRITES=grouped: the groups of rows that are under way at once, besides up to four times as many that take longer than 25 ms; further rows wait',
    ...integer(1, 1000, 'groups'),
  },
  bigtableMaxQueue: {
    name: 'BIGTABLE_MAX_QUEUE',
    default: '100000',
    help: 'the rows that wait for Bigtable; what comes on top is answered with 429',
    ...integer(MIN_QUEUED_ROWS, 10_000_000, 'rows'),
  },
  bigtableMaxQueueBytes: {
    name: 'BIGTABLE_MAX_QUEUE_BYTES',
    default: String(256 * 1024 * 1024),
    help: 'with BIGTABLE_WRITES=grouped: the bytes of the rows that wait; what comes on top is answered with 429',
    ...integer(MIN_QUEUED_BYTES, 2 ** 40, 'bytes'),
  },
  rowLimitBytes: {
    name: 'ROW_LIMIT_BYTES',
    default: String(MAX_ROW_BYTES),
    help: 'the largest row value, in bytes, however small, as in the Go Collector; a log that is larger is refused',
    ...integer(1, MAX_ROW_BYTES, 'bytes'),
  },
  stateCacheSize: {
    name: 'STATE_CACHE_SIZE',
    default: '100000',
    help: 'how many streams the state cache remembers',
    ...integer(1, 10_000_000, 'streams'),
  },
  stateCacheExpirationMs: {
    name: 'STATE_CACHE_EXPIRATION',
    default: '10m',
    help: 'how long the state cache remembers a stream',
    ...duration('1ms', '24h'),
  },
  maxMessageWorkers: {
    name: 'MAX_MESSAGE_WORKERS',
    default: '4',
    help: 'how many stores of one message are under way at once, where Bigtable is written row by row; in groups 200, locally 512',
    ...integer(1, 1000, 'stores'),
  },
  messageDeadlineMs: {
    name: 'MESSAGE_DEADLINE',
    default: '60s',
    help: 'the time for one message; keep it below the ack deadline of the subscription',
    ...duration('1ms', MAX_ACK_DEADLINE),
  },
  maxInFlightBytes: {
    name: 'MAX_IN_FLIGHT_BYTES',
    default: String(256 * 1024 * 1024),
    help: 'the bytes of all pushes under way; what comes on top is answered with 429',
    // Below one body, the largest message would never get in.
    ...integer(MAX_BODY_BYTES + PUSH_BYTES, 2 ** 40, 'bytes'),
  },
  maxUnpackedBytes: {
    name: 'MAX_UNPACKED_BYTES',
    default: String(128 * 1024 * 1024),
    help: 'the memory that all messages under way unpack to; what finds none waits, within its MESSAGE_DEADLINE',
    // A small message may unpack to the largest bundle.
    ...integer(MAX_FRAME_BYTES, 2 ** 40, 'bytes'),
  },
  maxStreams: {
    name: 'MAX_STREAMS',
    default: '10000',
    help: 'the most streams that one bundle may have',
    ...integer(1, 10_000_000, 'streams'),
  },
  maxConnections: {
    name: 'MAX_CONNECTIONS',
    default: '1000',
    help: 'the connections that `logdog-collector serve` holds at once; silent and idle ones make room for new',
    ...integer(1, 100_000, 'connections'),
  },
  logLevel: {
    name: 'LOG_LEVEL',
    default: 'info',
    help: 'the least severity that is logged',
    ...oneOf('debug', 'info', 'warning', 'error'),
  },
  traceProject: {
    name: 'GOOGLE_CLOUD_PROJECT',
    default: '',
    help: 'the Google Cloud project of the traces that log lines belong to; BIGTABLE_PROJECT unless set',
    ...optional(text('the id of a project', PROJECT)),
  },
  otlpEndpoint: {
    name: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    default: '',
    help: 'where metrics and traces are sent, by OTLP over HTTP as JSON; nothing is gathered unless set',
    ...optional(
      text('a URL of http or https without a password', /^https?:\/\/[^\s/?#@]+(\/[^\s?#]*)?$/),
    ),
  },
  metricExportIntervalMs: {
    name: 'OTEL_METRIC_EXPORT_INTERVAL',
    default: '60000',
    help: 'the least time between two times that metrics and traces are sent, each within a request',
    ...integer(1, 86_400_000, 'milliseconds'),
  },
  tracesExporter: {
    name: 'OTEL_TRACES_EXPORTER',
    default: 'none',
    help: '`otlp`: a span a message with a child a stream is sent, too; `none`: no traces',
    ...oneOf('none', 'otlp'),
  },
  coordinatorHost: {
    name: 'COORDINATOR_HOST',
    default: '',
    help: 'a remote Coordinator, as `host` or `host:port`; it replaces the local one',
    ...optional(text('a host or host:port', /^[\w.:[\]-]+$/)),
  },
  coordinatorInsecure: {
    name: 'COORDINATOR_INSECURE',
    default: '0',
    help: '1: plain http and no token on the way to the remote Coordinator, as always to this machine',
    ...flag(),
  },
  coordinatorMaxCalls: {
    name: 'COORDINATOR_MAX_CALLS',
    default: '8',
    help: 'the calls to the remote Coordinator that are under way at once, each of up to 20 registrations and ends of streams; further ones wait',
    ...integer(1, 1000, 'calls'),
  },
  coordinatorMaxQueue: {
    name: 'COORDINATOR_MAX_QUEUE',
    default: '100000',
    help: 'the registrations and ends of streams that wait for the remote Coordinator; what comes on top is answered with 429; at least MAX_STREAMS',
    ...integer(1, 10_000_000, 'streams'),
  },
  coordinatorMaxQueueBytes: {
    name: 'COORDINATOR_MAX_QUEUE_BYTES',
    default: String(64 * 1024 * 1024),
    help: 'the bytes of what waits for the remote Coordinator; what comes on top is answered with 429',
    ...integer(MIN_QUEUED_BYTES, 2 ** 40, 'bytes'),
  },
  coordinatorServe: {
    name: 'COORDINATOR_SERVE',
    default: '1',
    guardedDefault: '0',
    help: '1: serves the local Coordinator to Butlers and readers, under /prpc/; unless set, 0 when deployed or with PUSH_AUTH=token',
    ...flag(),
  },
  coordinatorStrict: {
    name: 'COORDINATOR_STRICT',
    default: '0',
    help: '1: the local Coordinator takes only bundles of registered prefixes',
    ...flag(),
  },
  pushAuth: {
    name: 'PUSH_AUTH',
    default: '',
    help: '`token`: the function checks the token of each push; `platform`: the platform does; `off`: nobody does; `off` with a local backend, else to be set',
    ...optional(oneOf('off', 'platform', 'token')),
  },
  pushAudience: {
    name: 'PUSH_AUDIENCE',
    default: '',
    help: 'with PUSH_AUTH=token: the audience that the subscription has tokens made for',
    ...optional(text('an audience, such as the URL of the function', /^[!-~]{1,1024}$/)),
  },
  pushServiceAccount: {
    name: 'PUSH_SERVICE_ACCOUNT',
    default: '',
    help: 'with PUSH_AUTH=token: the e-mail address of the account whose tokens the subscription sends',
    ...optional(text('an e-mail address', /^[^\s@]{1,128}@[^\s@]{1,253}$/)),
  },
  deadLetterTopic: {
    name: 'DEAD_LETTER_TOPIC',
    default: '',
    help: 'where refused messages are published; unless set, the local store keeps some, where there is one',
    ...optional(text('projects/P/topics/T', TOPIC)),
  },
  deadLetterMaxCalls: {
    name: 'DEAD_LETTER_MAX_CALLS',
    default: '16',
    help: 'the refused messages that are published at once; what comes on top is answered with 429',
    ...integer(1, 1000, 'messages'),
  },
  deadLetterMaxBytes: {
    name: 'DEAD_LETTER_MAX_BYTES',
    default: String(32 * 1024 * 1024),
    help: 'the bytes of the refused messages that are published at once; what comes on top is answered with 429',
    // Below one body, the largest message would never be published.
    ...integer(MAX_BODY_BYTES, 2 ** 40, 'bytes'),
  },
  pubsubEmulatorHost: {
    name: 'PUBSUB_EMULATOR_HOST',
    default: '',
    help: 'the Pub/Sub emulator instead of the service, as `host:port`',
    ...optional(text('host:port', HOST_PORT)),
  },
  coordinatorPrefixExpirationMs: {
    name: 'COORDINATOR_PREFIX_EXPIRATION',
    default: '24h',
    help: 'how long a prefix of the local Coordinator takes new streams',
    ...duration('1s', '87600h'),
  },
  logBundleTopic: {
    name: 'LOG_BUNDLE_TOPIC',
    default: 'projects/local/topics/logs',
    help: 'where the local Coordinator tells Butlers to publish',
    ...text('projects/P/topics/T', TOPIC),
  },
} as const satisfies Record<string, Setting<unknown>>;

/** A setting's flag: `--bigtable-project` of BIGTABLE_PROJECT. */
export function flagOf({ name }: Pick<Setting<unknown>, 'name'>): string {
  return `--${name.toLowerCase().replaceAll('_', '-')}`;
}
