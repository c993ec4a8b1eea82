import { Turns } from '../common/turns.js';
import { CollectorError } from '../common/errors.js';
import type { Bundle, BundleHeader, Entry } from './bundle.js';
import { scanDescriptor } from './descriptor.js';
import { validateEntry, type ScannedEntry } from './validate.js';
import { MEAN_PATH_BYTES, MIN_PATHS_BYTES, SLICE_BYTES } from './limits.js';
import { LogRun } from './log_run.js';
import { MergedDescriptor } from './merged_descriptor.js';
import { isProjectName, isStreamName } from './stream_name.js';
import { Timestamp } from './timestamp.js';
import { checkUtf8, read, readLength, readTag, readVarint, skipField } from './wire.js';

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

/** What an entry costs to validate beside the bytes of its descriptor, as bytes of a slice. */
const ENTRY_BYTES = 256;

/** A range of bytes. */
interface Range {
  start: number;
  end: number;
}

/**
 * Checks every field of a serialized ButlerLogBundle in one pass, and cuts out what each stream has to store.
 * Takes `bytes` over: the records of an entry are made where its logs lay.
 *
 * @param maxEntries the most entries that are kept: two bytes may be an entry, and an object takes a hundred. Further ones
 *   are counted, and not looked into
 * @param slice how many bytes are scanned at once; what is found is the same
 * @throws CollectorError BAD_PROTOBUF, BAD_PROJECT, BAD_PREFIX, BUNDLE_TOO_LARGE: the bundle is refused as a whole
 */
export function scanBundle(
  bytes: Buffer,
  protoVersion: string,
  maxEntries = Infinity,
  slice = Infinity,
): Bundle {
  const scan = new BundleScan(bytes, protoVersion, maxEntries);
  while (!scan.advance(slice));
  return scan.bundle();
}

/**
 * Scans like `scanBundle`, in slices, and yields to the event loop between two slices where the scan has held it for long:
 * large fields are skipped in microseconds, and do not wait for anything.
 *
 * @param turns when to yield
 */
export function scanInSlices(
  bytes: Buffer,
  protoVersion: string,
  maxEntries?: number,
  turns?: Turns,
): Bundle | Promise<Bundle> {
  if (bytes.length <= SLICE_BYTES) return scanBundle(bytes, protoVersion, maxEntries);
  const scan = new BundleScan(bytes, protoVersion, maxEntries);
  return scanSlices(scan, turns ?? new Turns(undefined));
}

function scanSlices(scan: BundleScan, turns: Turns): Bundle | Promise<Bundle> {
  while (!scan.advance(SLICE_BYTES)) {
    const turn = turns.next();
    if (turn !== undefined) return turn.then(() => scanSlices(scan, turns));
  }
  return scan.bundle();
}

/** A scan that can stop between two fields, and go on later. */
class BundleScan {
  private readonly scanned: ScannedEntry[] = [];
  private readonly project: Range = { start: 0, end: 0 };
  private readonly prefix: Range = { start: 0, end: 0 };
  private readonly secret: Range = { start: 0, end: 0 };
  private readonly timestamp = new Timestamp();
  private entriesLeftOut = 0;
  private pathBytes = 0;
  private pos = 0;
  /** The end of the last of `scanned`, where that is not scanned to its end. */
  private entryEnd = 0;
  private readonly entries: Entry[] = [];
  /** Known when all is scanned, for fields come in any order; `entries` are added to it. */
  private whole: Bundle | undefined;

  constructor(
    private readonly bytes: Buffer,
    private readonly protoVersion: string,
    private readonly maxEntries = Infinity,
  ) {}

  /** Works on about this many bytes more; returns whether all is done. */
  advance(slice: number): boolean {
    if (this.pos < this.bytes.length) {
      this.scan(Math.min(this.bytes.length, this.pos + slice));
      return false;
    }
    this.whole ??= this.readHeader();
    return this.validateEntries(this.whole, slice);
  }

  /** The bundle, when all is done. */
  bundle(): Bundle {
    return this.whole!;
  }

  /** Scans up to the first end of a field that is not before `stop`. */
  private scan(stop: number): void {
    const { bytes } = this;
    const end = bytes.length;
    let pos = this.pos;
    if (pos < this.entryEnd) pos = scanEntry(this.scanned.at(-1)!, bytes, pos, this.entryEnd, stop);
    while (pos < stop) {
      pos = readTag(bytes, pos, end);
      const tag = read.low;
      if ((tag & 7) !== 2 || tag > SECRET) {
        pos = skipField(bytes, pos, end, tag);
        continue;
      }
      const from = readLength(bytes, pos, end);
      pos = from + read.low;
      if (tag === ENTRIES) pos = this.scanNext(from, pos, stop);
      else this.take(tag, from, pos);
    }
    this.pos = pos;
  }

  /** Takes an entry; returns how far it was scanned. */
  private scanNext(start: number, end: number, stop: number): number {
    if (this.scanned.length >= this.maxEntries) {
      this.entriesLeftOut++;
      return end;
    }
    const entry: ScannedEntry = {
      descriptor: undefined,
      merged: undefined,
      terminal: false,
      terminalLow: 0,
      terminalHigh: 0,
      logs: new LogRun(this.bytes),
    };
    this.scanned.push(entry);
    this.entryEnd = end;
    return scanEntry(entry, this.bytes, start, end, stop);
  }

  /** Takes a field that has a length, and is no entry. */
  private take(tag: number, from: number, to: number): void {
    const { bytes } = this;
    switch (tag) {
      case TIMESTAMP:
        this.timestamp.merge(bytes, from, to);
        break;
      case SECRET:
        set(this.secret, from, to);
        break;
      case PROJECT:
      case PREFIX:
        set(tag === PROJECT ? this.project : this.prefix, from, to);
        checkUtf8(bytes, from, to);
        break;
      case DEPRECATED_SOURCE:
        checkUtf8(bytes, from, to);
    }
  }

  private readHeader(): Bundle {
    const { bytes, project, prefix, secret, protoVersion, entries, entriesLeftOut } = this;
    if (!isProjectName(bytes, project.start, project.end)) throw new CollectorError('BAD_PROJECT');
    if (!isStreamName(bytes, prefix.start, prefix.end)) throw new CollectorError('BAD_PREFIX');
    return {
      protoVersion,
      project: bytes.toString('latin1', project.start, project.end),
      prefix: bytes.toString('latin1', prefix.start, prefix.end),
      secret: bytes.subarray(secret.start, secret.end),
      timestampMs: this.timestamp.toMillis(),
      entries,
      entriesLeftOut,
      bytes,
    };
  }

  /** Validates entries; returns whether there is none left. */
  private validateEntries(header: BundleHeader, slice: number): boolean {
    const { scanned, entries } = this;
    for (let left = slice; left > 0 && entries.length < scanned.length;) {
      const entry = scanned[entries.length]!;
      const validated = validateEntry(header, entry);
      if (validated.kind !== 'junk') this.countPath(header, validated.path ?? '');
      entries.push(validated);
      const { descriptor } = entry;
      left -= ENTRY_BYTES + (descriptor === undefined ? 0 : descriptor.end - descriptor.start);
    }
    return entries.length === scanned.length;
  }

  /** @throws CollectorError BUNDLE_TOO_LARGE */
  private countPath({ project, prefix }: BundleHeader, path: string): void {
    this.pathBytes += path.length;
    const most = Math.max(MIN_PATHS_BYTES, this.maxEntries * MEAN_PATH_BYTES);
    if (this.pathBytes <= most) return;
    const why = `the paths of the streams in a bundle of ${project}/${prefix} come to more than ${most} bytes`;
    throw new CollectorError('BUNDLE_TOO_LARGE', why);
  }
}

function set(range: Range, start: number, end: number): void {
  range.start = start;
  range.end = end;
}

/** Scans an entry from `start` up to the first end of a field that is not before `stop`; returns where that is. */
function scanEntry(
  entry: ScannedEntry,
  bytes: Buffer,
  start: number,
  end: number,
  stop: number,
): number {
  const { logs } = entry;
  const last = Math.min(end, stop);
  let pos = logs.isOpen ? logs.resume(stop) : start;
  while (pos < last) {
    let tag = bytes[pos]!;
    if (tag === LOGS) {
      pos = logs.add(pos + 1, end, stop);
      continue;
    }
    pos = readTag(bytes, pos, end);
    tag = read.low;
    switch (tag) {
      case LOGS:
        pos = logs.add(pos, end, stop);
        break;
      case DESC: {
        const from = readLength(bytes, pos, end);
        pos = from + read.low;
        takeDescriptor(entry, bytes, from, pos);
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
  return pos;
}

/** A descriptor that comes again is merged with those before; one behind logs is copied, for they move over it. */
function takeDescriptor(entry: ScannedEntry, bytes: Buffer, start: number, end: number): void {
  const { descriptor, logs } = entry;
  if (descriptor === undefined && logs.count === 0) {
    entry.descriptor = scanDescriptor(bytes, start, end);
    return;
  }
  entry.merged ??= new MergedDescriptor(descriptor);
  entry.merged.add(bytes, start, end);
}
