import { CollectorError } from '../errors.js';
import type { Bundle } from './bundle.js';
import { type Descriptor, scanDescriptor, serialized } from './descriptor.js';
import { judgeEntry, type ScannedEntry } from './judge.js';
import { LogRun } from './log_run.js';
import { isProjectName, isStreamName } from './stream_name.js';
import { checkUtf8, read, readLength, readTag, readVarint, skipField, skipFields } from './wire.js';

/** Tags of a ButlerLogBundle's fields: field number and wire type (protocol section 1). */
const DEPRECATED_SOURCE = 0x0a;
const TIMESTAMP = 0x12;
const ENTRIES = 0x1a;
const PROJECT = 0x22;
const PREFIX = 0x2a;
const SECRET = 0x32;

/** Tags of an Entry's fields. */
const DESC = 0x0a;
const TERMINAL = 0x18;
const TERMINAL_INDEX = 0x20;
const LOGS = 0x2a;

/** A stretch of bytes. */
interface Stretch {
  start: number;
  end: number;
}

/**
 * Checks every field of a serialized ButlerLogBundle in one pass, and cuts out what each stream has to store.
 * Takes `bytes` over: the records of an entry are made where its logs lay.
 *
 * @param maxEntries so many are kept: two bytes may be an entry, and an object takes a hundred. Further ones are counted,
 *   and not looked into: five million of them would hold the process for a second
 * @throws CollectorError BAD_PROTOBUF, BAD_PROJECT, BAD_PREFIX: the bundle is refused as a whole
 */
export function scanBundle(bytes: Buffer, protoVersion: string, maxEntries = Infinity): Bundle {
  const end = bytes.length;
  let entriesLeftOut = 0;
  const scanned: ScannedEntry[] = [];
  const project: Stretch = { start: 0, end: 0 };
  const prefix: Stretch = { start: 0, end: 0 };
  const secret: Stretch = { start: 0, end: 0 };
  let pos = 0;
  while (pos < end) {
    pos = readTag(bytes, pos, end);
    const tag = read.low;
    if ((tag & 7) !== 2 || tag > SECRET) {
      pos = skipField(bytes, pos, end, tag);
      continue;
    }
    const from = readLength(bytes, pos, end);
    pos = from + read.low;
    switch (tag) {
      case ENTRIES:
        if (scanned.length < maxEntries) scanned.push(scanEntry(bytes, from, pos));
        else entriesLeftOut++;
        break;
      case TIMESTAMP:
        skipFields(bytes, from, pos);
        break;
      case SECRET:
        mark(secret, from, pos);
        break;
      case PROJECT:
      case PREFIX:
        mark(tag === PROJECT ? project : prefix, from, pos);
        checkUtf8(bytes, from, pos);
        break;
      case DEPRECATED_SOURCE:
        checkUtf8(bytes, from, pos);
    }
  }
  if (!isProjectName(bytes, project.start, project.end)) throw new CollectorError('BAD_PROJECT');
  if (!isStreamName(bytes, prefix.start, prefix.end)) throw new CollectorError('BAD_PREFIX');
  const header = {
    protoVersion,
    project: bytes.toString('latin1', project.start, project.end),
    prefix: bytes.toString('latin1', prefix.start, prefix.end),
    secret: bytes.subarray(secret.start, secret.end),
  };
  const entries = scanned.map((entry) => judgeEntry(header, entry));
  return Object.assign(header, { entries, entriesLeftOut, bytes });
}

function mark(stretch: Stretch, start: number, end: number): void {
  stretch.start = start;
  stretch.end = end;
}

function scanEntry(bytes: Buffer, start: number, end: number): ScannedEntry {
  const logs = new LogRun(bytes);
  const entry: ScannedEntry = {
    descriptor: undefined,
    terminal: false,
    terminalLow: 0,
    terminalHigh: 0,
    logs,
  };
  let pos = start;
  while (pos < end) {
    let tag = bytes[pos]!;
    if (tag === LOGS) {
      pos = logs.add(pos + 1, end);
      continue;
    }
    pos = readTag(bytes, pos, end);
    tag = read.low;
    switch (tag) {
      case LOGS:
        pos = logs.add(pos, end);
        break;
      case DESC: {
        const from = readLength(bytes, pos, end);
        pos = from + read.low;
        entry.descriptor = mergeDescriptor(entry, scanDescriptor(bytes, from, pos));
        break;
      }
      case TERMINAL:
        pos = readVarint(bytes, pos, end);
        entry.terminal = read.low !== 0 || read.high !== 0;
        break;
      case TERMINAL_INDEX:
        pos = readVarint(bytes, pos, end);
        entry.terminalLow = read.low;
        entry.terminalHigh = read.high;
        break;
      default:
        pos = skipField(bytes, pos, end, tag);
    }
  }
  return entry;
}

/** A descriptor that comes again is merged with the one before; one behind logs is moved out of their way. */
function mergeDescriptor(entry: ScannedEntry, next: Descriptor): Descriptor {
  const before = entry.descriptor;
  if (before === undefined && entry.logs.count === 0) return next;
  // Messages merge as their bytes join.
  const joined = Buffer.concat(
    before === undefined ? [serialized(next)] : [serialized(before), serialized(next)],
  );
  return scanDescriptor(joined, 0, joined.length);
}
