import { blocksOf, isBlock, type Block, type Module, type Value } from './module.js';
import type { BlockSchema, Schema } from './schema.js';

/** What Terraform itself knows, in any resource. */
const META = new Set(['count', 'for_each', 'depends_on', 'lifecycle', 'provider']);

/** Holds every resource and data source against the provider's schema. @returns what is wrong, with its place */
export function checkSchema(module: Module, schema: Schema): string[] {
  return [
    ...checkTypes(module.resources, schema.resource, 'resource type'),
    ...checkTypes(module.data, schema.data, 'data source'),
  ];
}

function checkTypes(
  types: Module['resources'],
  schemas: Schema['resource'],
  what: string,
): string[] {
  return Object.entries(types).flatMap(([type, named]) => {
    const schema = schemas[type];
    if (schema === undefined) return [`${type}: the schema has no such ${what}`];
    return Object.entries(named).flatMap(([name, block]) => {
      const own = Object.entries(block).filter(([key]) => !META.has(key));
      return checkBody(`${type}.${name}`, Object.fromEntries(own), schema);
    });
  });
}

function checkBody(place: string, body: Block, schema: BlockSchema): string[] {
  const { dynamic = {}, ...members } = body;
  const dynamics = isBlock(dynamic) ? dynamic : {};
  return [
    ...Object.entries(members).flatMap(([name, value]) =>
      checkMember(`${place}.${name}`, name, value, schema),
    ),
    ...Object.entries(dynamics).flatMap(([name, value]) =>
      checkMember(`${place}.${name}`, name, contentsOf(value), schema),
    ),
    ...missing(place, { ...dynamics, ...members }, schema),
  ];
}

function contentsOf(dynamic: Value): Value {
  return blocksOf(dynamic).flatMap(({ content }) => blocksOf(content));
}

function checkMember(place: string, name: string, value: Value, schema: BlockSchema): string[] {
  const nested = schema.blocks[name];
  if (nested !== undefined) {
    const blocks = blocksOf(value);
    if (blocks.length === 0) return [`${place}: it is a block, and is written as an attribute`];
    const many = nested.max !== null && blocks.length > nested.max;
    return [
      ...(many ? [`${place}: there may be ${nested.max}, and there are ${blocks.length}`] : []),
      ...blocks.flatMap((block) => checkBody(place, block, nested)),
    ];
  }
  const attribute = schema.attributes[name];
  if (attribute !== undefined) return checkType(place, value, attribute.replace(', required', ''));
  const computed = schema.computed.includes(name);
  return [`${place}: ${computed ? 'it can be read, but not set' : 'there is no such attribute'}`];
}

function missing(place: string, members: Block, schema: BlockSchema): string[] {
  const attributes = Object.entries(schema.attributes)
    .filter(([, type]) => type.endsWith(', required'))
    .map(([name]) => name);
  const blocks = Object.entries(schema.blocks)
    .filter(([, { min }]) => min > 0)
    .map(([name]) => name);
  return [...attributes, ...blocks]
    .filter((name) => members[name] === undefined || members[name] === null)
    .map((name) => `${place}: ${name} is missing`);
}

/** An expression may give anything; what is written out must be of the type, as far as Terraform does not convert it. */
function checkType(place: string, value: Value, type: string): string[] {
  if (value === null || (typeof value === 'string' && value.startsWith('${'))) return [];
  if (blocksOf(value).length > 0)
    return [`${place}: it is an attribute, and is written as a block`];
  const fits =
    type === 'any' ||
    (type.startsWith('map') && isBlock(value)) ||
    (/^(list|set)/.test(type) && Array.isArray(value)) ||
    (type === 'string' && typeof value !== 'object') ||
    (type === 'number' && Number.isFinite(Number(value))) ||
    (type === 'bool' && [true, false, 'true', 'false'].some((bool) => bool === value));
  return fits ? [] : [`${place}: it is to be a ${type}, and is ${JSON.stringify(value)}`];
}
