import { Reader } from 'protobufjs/minimal.js';
import { decode, type Message } from '../plain/message.js';
import type { Schema } from '../plain/schema.js';
import { type Decoded, decodedText, messageText } from '../plain/text.js';
import { type Oddity, Undecodable, VarintOverflow } from '../plain/wire.js';

/** A generated class of protobufjs. */
export interface Generated {
  decode(reader: Reader): object;
}

export interface Comparison {
  /** What the plain decoder makes of the bytes; undefined where it refuses them. */
  readonly message: Message | undefined;
  /** Where protobufjs is known not to keep to the protocol: the plain decoder decides. */
  readonly known: readonly string[];
  readonly difference: string | undefined;
}

/** Holds the plain decoder and protobufjs against each other. */
export function compareDecoders(
  schema: Schema,
  generated: Generated,
  bytes: Uint8Array,
): Comparison {
  const oddities = new Set<Oddity>();
  const ours = attempt(() => decode(schema, bytes, oddities));
  const theirs = attempt(() => decodeGenerated(generated, bytes));
  const message = ours.value;
  if (message === undefined) return { message, ...refused(ours.thrown, theirs.value) };
  if (theirs.value === undefined) {
    const known = [...oddities].map((oddity) => `protobufjs refuses ${oddity}`);
    const difference = `protobufjs alone refuses: ${String(theirs.thrown)}`;
    return { message, known, difference: known.length > 0 ? undefined : difference };
  }
  const same = messageText(schema, message) === decodedText(schema, theirs.value);
  return { message, known: [], difference: same ? undefined : 'protobufjs reads another message' };
}

/** What the plain decoder refuses, protobufjs refuses too, unless it is known to take it. */
function refused(thrown: unknown, theirs: Decoded | undefined): Omit<Comparison, 'message'> {
  if (!(thrown instanceof Undecodable)) throw thrown;
  if (theirs === undefined) return { known: [], difference: undefined };
  if (thrown instanceof VarintOverflow) {
    return { known: ['protobufjs takes a varint past 64 bits'], difference: undefined };
  }
  return { known: [], difference: `protobufjs alone accepts: ${thrown.message}` };
}

function decodeGenerated(generated: Generated, bytes: Uint8Array): Decoded {
  const reader = Reader.create(bytes);
  reader.discardUnknown = false;
  return generated.decode(reader) as Decoded;
}

function attempt<T>(run: () => T): { value?: T; thrown?: unknown } {
  try {
    return { value: run() };
  } catch (thrown) {
    return { thrown };
  }
}
