import { type Field, Type } from 'protobufjs/light.js';
import type { AnswerOutput } from './answer_output.js';
import { bufferOf, writeField, writeValue } from './json_values.js';
import { logJson } from './log_json.js';

/**
 * Writes an answer as `writeJson` has it, item by item. Messages that lie in the store are serialized in it.
 *
 * @throws CollectorError as `writeJson`, `logJson` and `AnswerOutput`
 */
export async function writeAnswerJson(
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
