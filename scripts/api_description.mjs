// Trims the description of Bigtable's API that the client library has, in protobufjs's JSON, to what is called here.
import protobuf from 'protobufjs';

const SERVICE = 'google.bigtable.v2.Bigtable';

/** The methods of the service that this project calls, by itself and through the library. */
export const METHODS = ['ReadRows', 'MutateRow', 'MutateRows', 'CheckAndMutateRow'];

/**
 * Makes a description with the methods of METHODS alone, and the types that their messages reach.
 *
 * @param description as `@google-cloud/bigtable/build/protos/protos.json` has it; it is not changed
 */
export function trimApiDescription(description) {
  const service = protobuf.Root.fromJSON(description).resolveAll().lookupService(SERVICE);
  const kept = new Set([service.fullName]);
  for (const name of METHODS) {
    const { resolvedRequestType, resolvedResponseType } = service.methods[name];
    keepReached(resolvedRequestType, kept);
    keepReached(resolvedResponseType, kept);
  }
  const trimmed = pick(description, '', kept);
  const { methods } = SERVICE.split('.').reduce(({ nested }, name) => nested[name], trimmed);
  for (const name of Object.keys(methods)) if (!METHODS.includes(name)) delete methods[name];
  return trimmed;
}

/** @param type a message or an enumeration; null for a field that has neither */
function keepReached(type, kept) {
  if (type === null || kept.has(type.fullName)) return;
  kept.add(type.fullName);
  for (const field of type.fieldsArray ?? []) keepReached(field.resolvedType, kept);
}

/** Copies a namespace, with what is kept in it and with what holds that. */
function pick({ nested = {}, ...self }, path, kept) {
  const within = Object.entries(nested)
    .map(([name, one]) => [name, pick(one, `${path}.${name}`, kept)])
    .filter(([, one]) => one !== undefined);
  if (!kept.has(path) && within.length === 0) return undefined;
  const copy = kept.has(path) ? structuredClone(self) : {};
  return within.length === 0 ? copy : { ...copy, nested: Object.fromEntries(within) };
}
