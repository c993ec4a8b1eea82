import { type Bundle, type Entry } from '../../src/bundle/bundle.js';
import { CollectorError } from '../../src/common/errors.js';
import { type PlainBundle, type PlainEntry, PlainRefusal } from '../plain/bundle.js';
import { delimited } from '../plain/encode.js';
import { decode } from '../plain/message.js';
import { DESCRIPTOR } from '../plain/schema.js';
import { messageText } from '../plain/text.js';

/** Where the scan says something else than the plain model; undefined where they agree. */
export function compareBundles(
  scanned: Bundle | CollectorError,
  plain: PlainBundle | PlainRefusal,
): string | undefined {
  if (scanned instanceof CollectorError || plain instanceof PlainRefusal) {
    const ours = scanned instanceof CollectorError ? scanned.code : 'accepted';
    const theirs = plain instanceof PlainRefusal ? plain.code : 'accepted';
    return compare('message', ours, theirs);
  }
  return (
    compare('project', scanned.project, plain.project) ??
    compare('prefix', scanned.prefix, plain.prefix) ??
    compare('protocol version', scanned.protoVersion, '1') ??
    compare('secret', hex(scanned.secret), hex(plain.secret)) ??
    compare('number of entries', scanned.entries.length, plain.entries.length) ??
    first(plain.entries.map((entry, i) => compareEntries(scanned.entries[i]!, entry)))
  );
}

function compareEntries(scanned: Entry, plain: PlainEntry): string | undefined {
  if (scanned.kind === 'refused' && plain.kind === 'refused') {
    return (
      compare('refusal', scanned.refusal.code, plain.code) ??
      compare('path', scanned.path, plain.path) ??
      compare('logs of a refused entry', scanned.logs, plain.logs)
    );
  }
  if (scanned.kind === 'stream' && plain.kind === 'stream') {
    return (
      compare('path', scanned.path, plain.path) ??
      compare('index', scanned.index, plain.index) ??
      compare('count', scanned.count, plain.logs.length) ??
      compare('terminal index', scanned.terminalIndex, plain.terminalIndex) ??
      compare('records', hex(scanned.records), hex(Buffer.concat(plain.logs.map(delimited)))) ??
      compare(
        'descriptor',
        messageText(DESCRIPTOR, decode(DESCRIPTOR, scanned.descriptor)),
        messageText(DESCRIPTOR, plain.descriptor),
      )
    );
  }
  return compare('entry', verdict(scanned), verdict(plain));
}

function verdict(entry: Entry | PlainEntry): string {
  if (entry.kind !== 'refused') return entry.kind;
  return 'code' in entry ? entry.code : entry.refusal.code;
}

function compare<T>(what: string, ours: T, theirs: T): string | undefined {
  if (ours === theirs) return undefined;
  return `${what}: the scan says ${String(ours)}, the plain model ${String(theirs)}`;
}

function first(differences: (string | undefined)[]): string | undefined {
  return differences.find((difference) => difference !== undefined);
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}
