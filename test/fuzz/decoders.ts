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
  const message = attempt(() => decode(schema, bytes, oddities));
  const theirs = attempt(() => decodeGenerated(generated, bytes));
  if (message instanceof Error) {
    const difference = isUndecodable(message, theirs);
    return { message: undefined, ...difference };
  }
  if (theirs instanceof Error) {
    const known = [...oddities].map((oddity) => `protobufjs refuses ${oddity}`);
    const difference = known.length > 0 ? undefined : `protobufjs alone refuses: ${theirs.message}`;
    return { message, known, difference };
  }
  const same = messageText(schema, message) === decodedText(schema, theirs);
  return { message, known: [], difference: same ? undefined : 'protobufjs reads another message' };
}

function isUndecodable(
  ours: Error,
  theirs: Decoded | Error,
): { known: readonly string[]; difference: string | undefined } {
  if (!(ours instanceof Undecodable)) throw ours;
  if (theirs instanceof Error) return { known: [], difference: undefined };
  if (ours instanceof VarintOverflow) {
    return { known: ['protobufjs takes a varint past 64 bits'], difference: undefined };
  }
  return { known: [], difference: `protobufjs alone accepts: ${ours.message}` };
}

function decodeGenerated(generated: Generated, bytes: Uint8Array): Decoded {
  const reader = Reader.create(bytes);
  reader.discardUnknown = false;
  return generated.decode(reader) as Decoded;
}

function attempt<T extends object>(run: () => T): T | Error {
  try {
    return run();
  } catch (thrown) {
    if (thrown instanceof Error) return thrown;
    throw thrown;
  }
}
