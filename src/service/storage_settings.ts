import { DEFAULTS } from '../common/defaults.js';
import { type Setting, duration, integer, oneOf, optional, text } from './setting.js';
import { MAX_ROW_BYTES } from '../storage/rows.js';

/** The smallest local store: the largest push, and room to store it while older ones go. */
const MIN_DATA_BYTES = 64 * 1024 * 1024;
/** The largest bundle waits as a whole, in rows or calls, and each of them counts some bytes besides. */
export const MIN_QUEUED_BYTES = 16 * 1024 * 1024;
/** The largest bundle in rows of a kilobyte. */
const MIN_QUEUED_ROWS = 10_000;

/** The id of a Google Cloud project, which may have a domain. */
export const PROJECT = /^([a-z0-9.-]+:)?[a-z][a-z0-9-]{0,29}$/;

export const HOST_PORT = /^([\w.-]+|\[[\da-f:.]+\]):\d{1,5}$/i;

/** Lists the settings of the local store and of Bigtable. */
export const STORAGE_SETTINGS = {
  dataDir: {
    name: 'DATA_DIR',
    default: '.logdog',
    help: 'the folder of the local store; a relative path begins in the current folder of the process',
    common: true,
    ...text('a path that does not begin with ~, which only a shell expands', /^(?!~)[^\0]+$/),
  },
  dataMaxBytes: {
    name: 'DATA_MAX_BYTES',
    help: 'the largest size of the local store; near it, the streams that have had no logs for the longest are expunged',
    ...integer(10 * 1024 ** 3, [MIN_DATA_BYTES, 2 ** 49], 'bytes'),
  },
  dataMaxAgeMs: {
    name: 'DATA_MAX_AGE',
    help: 'how long the local store keeps a stream after its last logs; 0s: no limit',
    ...duration('0s', ['0s', '87600h']),
  },
  bigtableProject: {
    name: 'BIGTABLE_PROJECT',
    help: 'the Google Cloud project of the Bigtable instance; with BIGTABLE_INSTANCE it replaces the local store',
    common: true,
    ...optional(text('the id of a project', PROJECT)),
  },
  bigtableInstance: {
    name: 'BIGTABLE_INSTANCE',
    help: 'the Bigtable instance',
    common: true,
    ...optional(text('the id of an instance', /^[a-z][a-z0-9-]{0,32}$/)),
  },
  bigtableTable: {
    name: 'BIGTABLE_TABLE',
    default: 'logs',
    help: 'the table; it has a column family `log`',
    common: true,
    ...text('the id of a table', /^[\w.-]{1,50}$/),
  },
  bigtableAppProfile: {
    name: 'BIGTABLE_APP_PROFILE',
    default: 'collector',
    help: 'the app profile; with BIGTABLE_WRITES=conditional, it must use single-cluster routing and allow single-row transactions',
    common: true,
    ...text('the id of an app profile', /^[\w.-]{1,50}$/),
  },
  bigtableWrites: {
    name: 'BIGTABLE_WRITES',
    default: 'grouped',
    help: '`grouped`: writes the rows of many messages in one call, which is safe to repeat and works with any app profile; `conditional`: writes row by row and keeps the first write of a row, as the Go Collector',
    common: true,
    ...oneOf('conditional', 'grouped'),
  },
  bigtableEmulatorHost: {
    name: 'BIGTABLE_EMULATOR_HOST',
    help: 'the address of a Bigtable emulator, which is used instead of the service',
    ...optional(text('host:port', HOST_PORT)),
  },
  bigtableMaxCalls: {
    name: 'BIGTABLE_MAX_CALLS',
    help: 'how many calls, each of which writes one row, are under way at once: with BIGTABLE_WRITES=conditional for every row, with grouped for one from 256 KiB on; further rows wait',
    ...integer(DEFAULTS.bigtableMaxCalls, [1, 100_000], 'calls'),
  },
  bigtableMaxGroups: {
    name: 'BIGTABLE_MAX_GROUPS',
    help: 'with BIGTABLE_WRITES=grouped: how many batches of rows are under way at once, and up to four times as many that take longer than 25 ms; further rows wait',
    ...integer(DEFAULTS.bigtableMaxGroups, [1, 1000], 'batches'),
  },
  bigtableMaxQueue: {
    name: 'BIGTABLE_MAX_QUEUE',
    help: 'how many rows may wait for Bigtable; a message in excess is answered with 429',
    ...integer(DEFAULTS.bigtableMaxQueue, [MIN_QUEUED_ROWS, 10_000_000], 'rows'),
  },
  bigtableMaxQueueBytes: {
    name: 'BIGTABLE_MAX_QUEUE_BYTES',
    help: 'with BIGTABLE_WRITES=grouped: how many bytes of rows may wait for a batch; a message in excess is answered with 429',
    ...integer(DEFAULTS.bigtableMaxQueueBytes, [MIN_QUEUED_BYTES, 2 ** 40], 'bytes'),
  },
  rowLimitBytes: {
    name: 'ROW_LIMIT_BYTES',
    help: 'the largest value of a row; a larger log is refused',
    ...integer(MAX_ROW_BYTES, [1, MAX_ROW_BYTES], 'bytes'),
  },
} as const satisfies Record<string, Setting<unknown>>;
