import { type Field, type INamespace, Root, Type } from 'protobufjs/light.js';
import { CollectorError } from '../../common/errors.js';
import description from '../../proto/gen/logs.json';
import type { Format } from './format.js';
import { readJson } from './json_reader.js';
import type { AnswerOutput } from './answer_output.js';
import { bufferOf, writeField, writeValue } from './json_values.js';
import { logJson } from './log_json.js';
import { ProtocolError } from './protocol_error.js';
import { checkBinaryRequest } from './request_scan.js';

/** Stands before every answer in JSON, so that no web page can run it as a script. */
const JSON_PREFIX = ")]}'\n";

/** How many items of a list are encoded together: some milliseconds. */
const ITEMS_AT_ONCE = 1000;

const SERVICES = ['logdog.Services', 'logdog.Registration', 'logdog.Logs'];

/**
 * Returns the codecs of the messages of the Coordinator's services, by `service/method`.
 *
 * A method gets its request as an object in which every field is there, but for those of a oneof: int64 as a bigint, a
 * message that was not sent as null. Its answer may leave fields out; it has int64 in decimal, and descriptors and logs as bytes, as they are stored:
 * in binary they go out as they are.
 */
export function readSchema(): ReadonlyMap<string, MethodCodec> {
  const text = JSON.stringify(description);
  const root = Root.fromJSON(JSON.parse(text) as INamespace).resolveAll();
  const rootOfBytes = Root.fromJSON(JSON.parse(text, storedAsBytes) as INamespace).resolveAll();
  const codecs = new Map<string, MethodCodec>();
  for (const service of SERVICES) {
    for (const method of root.lookupService(service).methodsArray) {
      const answer = method.resolvedResponseType!;
      const answerOfBytes = rootOfBytes.lookupType(answer.fullName);
      const codec = new MethodCodec(method.resolvedRequestType!, answer, answerOfBytes);
      codecs.set(`${service}/${method.name}`, codec);
    }
  }
  return codecs;
}

export class MethodCodec {
  /** @param answerOfBytes the answer's type with what lies in the store as bytes */
  constructor(
    private readonly request: Type,
    private readonly answer: Type,
    private readonly answerOfBytes: Type,
  ) {}

  /** @throws ProtocolError */
  decode(format: Format, body: Buffer): object {
    const { request } = this;
    try {
      const message = format === 'json' ? readJson(request, body) : decodeBinary(request, body);
      return request.toObject(message, { longs: BigInt, defaults: true });
    } catch (thrown) {
      if (!(thrown instanceof CollectorError)) throw thrown;
      throw new ProtocolError('InvalidArgument', `could not decode body: ${thrown.message}`);
    }
  }

  /** Writes an answer, part by part, so that a large one does not hold the event loop. */
  async encode(format: Format, answer: object, output: AnswerOutput): Promise<void> {
    const values = answer as Readonly<Record<string, unknown>>;
    if (format === 'binary') {
      await encodeBinary(this.answerOfBytes, values, output);
      return;
    }
    output.write(JSON_PREFIX);
    await writeAnswerJson(this.answer, values, output);
    output.write('\n');
    output.flush();
  }
}

/** @throws CollectorError BAD_PROTOBUF */
function decodeBinary(type: Type, body: Buffer) {
  checkBinaryRequest(type, body);
  try {
    return type.decode(body);
  } catch {
    // Without the cause: it may quote what it could not read.
    throw new CollectorError('BAD_PROTOBUF', 'proto: cannot parse invalid wire-format data');
  }
}

/** Messages of some fields each are, back to back, the message of all of them. */
async function encodeBinary(
  type: Type,
  answer: Readonly<Record<string, unknown>>,
  output: AnswerOutput,
): Promise<void> {
  const fields = [...type.fieldsArray].sort((one, other) => one.id - other.id);
  for (const { name } of fields) {
    const value = answer[name];
    if (value === undefined || value === null) continue;
    for (const part of Array.isArray(value) ? slices(value) : [value]) {
      output.add(type.encode(type.fromObject({ [name]: part })).finish());
      const turn = output.turn();
      if (turn !== undefined) await turn;
    }
  }
}

function* slices(items: readonly unknown[]): Generator<readonly unknown[], void, void> {
  for (let at = 0; at < items.length; at += ITEMS_AT_ONCE)
    yield items.slice(at, at + ITEMS_AT_ONCE);
}

/** To be called with every value of the schema's JSON. On the wire a message and its bytes are the same. */
function storedAsBytes(key: string, value: unknown): unknown {
  const stored = value === 'logpb.LogEntry' || value === 'logpb.LogStreamDescriptor';
  return key === 'type' && stored ? 'bytes' : value;
}

/**
 * Writes an answer as `writeJson` has it, item by item. Messages that lie in the store are serialized in it.
 *
 * @throws CollectorError as `writeJson`, `logJson` and `AnswerOutput`
 */
async function writeAnswerJson(
  type: Type,
  answer: Readonly<Record<string, unknown>>,
  output: AnswerOutput,
): Promise<void> {
  let before = '{';
  for (const field of type.fieldsArray) {
    const value = answer[field.name];
    if (value === undefined || value === null) continue;
    const items = Array.isArray(value) ? (value as unknown[]) : undefined;
    const written = items === undefined ? writeField(field.resolve(), value) : undefined;
    if (written === undefined && (items ?? []).length === 0) continue;
    output.write(`${before}${JSON.stringify(field.name)}:`);
    before = ',';
    if (items === undefined) output.write(JSON.stringify(written));
    else await writeItems(field.resolve(), items, output);
    const turn = output.turn();
    if (turn !== undefined) await turn;
  }
  output.write(before === '{' ? '{}' : '}');
}

async function writeItems(
  field: Field,
  items: readonly unknown[],
  output: AnswerOutput,
): Promise<void> {
  let before = '[';
  for (const item of items) {
    output.write(before);
    before = ',';
    for (const piece of itemJson(field, item)) {
      output.write(piece);
      const turn = output.turn();
      if (turn !== undefined) await turn;
    }
  }
  output.write(']');
}

function itemJson(field: Field, item: unknown): Iterable<string> {
  const { resolvedType } = field;
  if (resolvedType instanceof Type && item instanceof Uint8Array) {
    if (resolvedType.fullName === '.logpb.LogEntry') return logJson(resolvedType, bufferOf(item));
  }
  return [JSON.stringify(writeValue(field, item))];
}
