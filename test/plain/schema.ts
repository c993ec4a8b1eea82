/** The messages of protocol section 1, as data; names as the generated code has them. */

export type Scalar = 'uint64' | 'int64' | 'uint32' | 'int32' | 'bool' | 'string' | 'bytes';

export interface FieldRule {
  readonly name: string;
  /** A map's entries have its key and value as fields 1 and 2, both strings. */
  readonly type: Scalar | Schema | 'map';
  readonly repeated?: true;
  /** Only one of the fields that share this can be set. */
  readonly oneof?: string;
}

export type Schema = Readonly<Record<number, FieldRule>>;

const TIMESTAMP: Schema = {
  1: { name: 'seconds', type: 'int64' },
  2: { name: 'nanos', type: 'int32' },
};

/** An enum is an int32 on the wire. */
export const METADATA: Schema = {
  1: { name: 'type', type: 'int32' },
  2: { name: 'compression', type: 'int32' },
  3: { name: 'protoVersion', type: 'string' },
};

export const DESCRIPTOR: Schema = {
  1: { name: 'prefix', type: 'string' },
  2: { name: 'name', type: 'string' },
  3: { name: 'streamType', type: 'int32' },
  4: { name: 'contentType', type: 'string' },
  5: { name: 'timestamp', type: TIMESTAMP },
  6: { name: 'tags', type: 'map' },
  7: { name: 'binaryFileExt', type: 'string' },
};

const LINE: Schema = {
  1: { name: 'value', type: 'bytes' },
  2: { name: 'delimiter', type: 'string' },
};

const PARTIAL: Schema = {
  1: { name: 'index', type: 'uint32' },
  2: { name: 'size', type: 'uint64' },
  3: { name: 'last', type: 'bool' },
};

const DATAGRAM: Schema = {
  1: { name: 'data', type: 'bytes' },
  2: { name: 'partial', type: PARTIAL },
};

export const LOG_ENTRY: Schema = {
  1: { name: 'timeOffset', type: TIMESTAMP }, // a Duration, which has the same fields
  2: { name: 'prefixIndex', type: 'uint64' },
  3: { name: 'streamIndex', type: 'uint64' },
  4: { name: 'sequence', type: 'uint64' },
  10: {
    name: 'text',
    type: { 1: { name: 'lines', type: LINE, repeated: true } },
    oneof: 'content',
  },
  11: { name: 'binary', type: { 2: { name: 'data', type: 'bytes' } }, oneof: 'content' },
  12: { name: 'datagram', type: DATAGRAM, oneof: 'content' },
};

const ENTRY: Schema = {
  1: { name: 'desc', type: DESCRIPTOR },
  2: { name: 'deprecatedEntrySecret', type: 'bytes' },
  3: { name: 'terminal', type: 'bool' },
  4: { name: 'terminalIndex', type: 'uint64' },
  5: { name: 'logs', type: LOG_ENTRY, repeated: true },
};

export const BUNDLE: Schema = {
  1: { name: 'deprecatedSource', type: 'string' },
  2: { name: 'timestamp', type: TIMESTAMP },
  3: { name: 'entries', type: ENTRY, repeated: true },
  4: { name: 'project', type: 'string' },
  5: { name: 'prefix', type: 'string' },
  6: { name: 'secret', type: 'bytes' },
};
