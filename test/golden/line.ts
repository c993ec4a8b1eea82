import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { GrpcCode } from '../../src/common/errors.js';
import type { ReadsLine } from './reads_line.js';

/** A message, how the backends behave, and what the reference did with it. */
export interface MessageLine {
  readonly name: string;
  /** base64 */
  readonly message: string;
  readonly script?: Script;
  readonly expect: Expectation & {
    /** Whether each log came encoded as the reference would: only then are rows compared byte for byte. */
    readonly canonical: boolean;
  };
}

export interface Script {
  readonly secretMismatch?: boolean;
  readonly archived?: boolean;
  readonly purged?: boolean;
  readonly registerCode?: GrpcCode;
  readonly terminateCode?: GrpcCode;
  readonly putCode?: GrpcCode;
  readonly putExists?: boolean;
  /** Bytes of a row's value. */
  readonly maxRowSize?: number;
}

export interface Expectation {
  readonly outcome: Outcome;
  readonly calls: readonly Call[];
  readonly rows: readonly Row[];
}

export type Outcome = 'success' | 'failure' | 'transient_failure' | 'panic';

/** A call of the Coordinator; bytes in base64, but the secret in hex, and indices in decimal. */
export interface Call {
  readonly op: 'register' | 'terminate';
  readonly project: string;
  readonly path: string;
  readonly secret: string;
  readonly terminalIndex: string;
  /** Of a termination. */
  readonly id?: string;
  /** Of a registration. */
  readonly protoVersion?: string;
  readonly desc?: string;
}

export interface Row {
  readonly key: string;
  /** base64; a large one has `bytes` and `sha256`. */
  readonly value?: string;
  readonly bytes?: number;
  readonly sha256?: string;
}

/** The lines of a .jsonl or .jsonl.gz file, as they come; empty ones left out. */
export async function* readLines(file: string): AsyncGenerator<string> {
  const raw = createReadStream(file);
  const input = file.endsWith('.gz') ? raw.pipe(createGunzip()) : raw;
  // An error of the file does not pass through the pipe by itself.
  raw.on('error', (error) => input.destroy(error));
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (line !== '') yield line;
  }
}

export function isMessageLine(line: unknown): line is MessageLine {
  return hasFields(line, ['name', 'message', 'expect']);
}

export function isReadsLine(line: unknown): line is ReadsLine {
  return hasFields(line, ['name', 'puts', 'rows', 'gets', 'tail']);
}

function hasFields(line: unknown, names: readonly string[]): boolean {
  return typeof line === 'object' && line !== null && names.every((name) => name in line);
}
