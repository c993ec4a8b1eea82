import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildMessage } from '../src/cli/butler/message.js';
import type { logpb } from '../src/proto/gen/logpb.js';

/** A message to measure with. */
export interface Workload {
  readonly name: string;
  readonly message: Buffer;
}

/** Reads every `*.bundle` of a folder: each file is a Pub/Sub message's data. */
export function readWorkloads(dir: string): Workload[] {
  return readdirSync(dir)
    .filter((file) => file.endsWith('.bundle'))
    .map((file) => ({ name: basename(file, '.bundle'), message: readFileSync(join(dir, file)) }))
    .sort((one, other) => one.message.length - other.message.length);
}

/** What a generated message holds. */
interface Shape {
  readonly name: string;
  readonly streams: number;
  readonly logsPerStream: number;
  readonly bytesPerLog: number;
  readonly type: 'text' | 'binary' | 'datagram';
  /** How much of a log is noise, from 0 to 1: what zlib cannot shrink. */
  readonly noise: number;
}

/** Bundles as builds make them, from a step that prints three lines to the largest that Pub/Sub carries. */
const SHAPES: readonly Shape[] = [
  { name: 'tiny', streams: 1, logsPerStream: 3, bytesPerLog: 100, type: 'text', noise: 0.5 },
  { name: 'typical', streams: 3, logsPerStream: 40, bytesPerLog: 80, type: 'text', noise: 0.5 },
  { name: 'wide', streams: 500, logsPerStream: 4, bytesPerLog: 80, type: 'text', noise: 0.2 },
  { name: 'busy', streams: 4, logsPerStream: 2500, bytesPerLog: 85, type: 'text', noise: 0.5 },
  {
    name: 'datagram',
    streams: 8,
    logsPerStream: 200,
    bytesPerLog: 2000,
    type: 'datagram',
    noise: 0.4,
  },
  { name: 'binary', streams: 2, logsPerStream: 32, bytesPerLog: 65_000, type: 'binary', noise: 1 },
  { name: 'max', streams: 8, logsPerStream: 11_000, bytesPerLog: 75, type: 'text', noise: 0.5 },
];

const WORDS = 'compiling linking running test passed ninja gn clang '.split(' ');

/** The names of all that are generated, without making them. */
export function workloadNames(): string[] {
  return SHAPES.map(({ name }) => name);
}

export function generateWorkloads(): Workload[] {
  return SHAPES.map((shape) => ({ name: shape.name, message: generate(shape) }));
}

/** The message of one of them: to generate all takes seconds. */
export function generateMessage(name: string): Buffer {
  const shape = SHAPES.find((one) => one.name === name);
  if (shape === undefined) throw new Error(`there is no workload '${name}'`);
  return generate(shape);
}

function generate(shape: Shape): Buffer {
  const random = generator(shape.name.length);
  const entries = Array.from({ length: shape.streams }, (_, stream) => ({
    desc: {
      name: `steps/${stream}/stdout`,
      streamType: ['text', 'binary', 'datagram'].indexOf(shape.type),
      contentType: 'text/plain',
      timestamp: { seconds: 1_700_000_000 },
      tags: { builder: 'linux-rel', step: `${stream}` },
    },
    logs: Array.from({ length: shape.logsPerStream }, (_, index) => log(shape, index, random)),
  }));
  return buildMessage({
    project: 'bench',
    prefix: `bench/${shape.name}`,
    secret: Buffer.alloc(36, 0x55),
    entries,
  });
}

function log(shape: Shape, index: number, random: () => number): logpb.LogEntry.$Properties {
  const common = {
    timeOffset: { seconds: index >> 6, nanos: index * 1000 },
    prefixIndex: index * shape.streams,
    streamIndex: index,
    sequence: index,
  };
  const data = content(shape, random);
  if (shape.type === 'text') {
    return { ...common, text: { lines: [{ value: data, delimiter: '\n' }] } };
  }
  return shape.type === 'binary'
    ? { ...common, binary: { data } }
    : { ...common, datagram: { data } };
}

function content({ bytesPerLog, noise }: Shape, random: () => number): Buffer {
  const data = Buffer.alloc(bytesPerLog);
  for (let at = 0; at < bytesPerLog;) {
    if (random() < noise) {
      data[at++] = Math.floor(random() * 256);
    } else {
      at += data.write(WORDS[Math.floor(random() * WORDS.length)]!, at, 'latin1') || 1;
    }
  }
  return data;
}

/** Numbers from 0 to 1, the same in every run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
