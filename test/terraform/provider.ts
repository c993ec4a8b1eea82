import { Server, ServerCredentials, type ServiceDefinition } from '@grpc/grpc-js';
import { join } from 'node:path';
import { parse, type Type } from 'protobufjs';
import type { BlockSchema, NestedSchema, Schema } from './schema.js';

/** The part of Terraform's plugin protocol, version 5, that `terraform validate` needs. */
const PROTOCOL = `
syntax = "proto3";
package tfplugin5;
message Empty {}
message DynamicValue { bytes msgpack = 1; bytes json = 2; }
message Attribute {
  string name = 1; bytes type = 2; bool required = 4; bool optional = 5; bool computed = 6;
}
message NestedBlock {
  string type_name = 1; Block block = 2; int32 nesting = 3; int64 min_items = 4; int64 max_items = 5;
}
message Block { repeated Attribute attributes = 2; repeated NestedBlock block_types = 3; }
message Schema { int64 version = 1; Block block = 2; }
message Schemas {
  Schema provider = 1;
  map<string, Schema> resource_schemas = 2;
  map<string, Schema> data_source_schemas = 3;
}
message Config { DynamicValue config = 1; }
message PreparedConfig { DynamicValue prepared_config = 1; }
message Change { string type_name = 1; DynamicValue proposed_new_state = 3; }
message PlannedChange { DynamicValue planned_state = 1; bool legacy_type_system = 5; }
`;

/** The nesting of blocks as a list, which serves for sets, too: nothing is planned. */
const LIST = 2;

const { root } = parse(PROTOCOL, { keepCase: true });

/**
 * A provider for Terraform that knows a schema, and makes nothing: with it, Terraform itself validates a module. It listens
 * on a socket in a folder, until it is stopped.
 */
export class SchemaProvider {
  private constructor(
    private readonly server: Server,
    private readonly socket: string,
    private readonly source: string,
  ) {}

  static async start(folder: string, schema: Schema): Promise<SchemaProvider> {
    const socket = join(folder, 'provider.sock');
    const server = new Server();
    const schemas = describe(schema);
    server.addService(service(), {
      GetSchema: (_call: unknown, answer: Answer) => {
        answer(null, schemas);
      },
      PrepareProviderConfig: ({ request }: { request: { config: object } }, answer: Answer) => {
        answer(null, { prepared_config: request.config });
      },
      Configure: answerNothing,
      PlanResourceChange: (
        { request }: { request: { proposed_new_state: object } },
        answer: Answer,
      ) => {
        answer(null, { planned_state: request.proposed_new_state, legacy_type_system: true });
      },
      ValidateResourceTypeConfig: answerNothing,
      ValidateDataSourceConfig: answerNothing,
      Stop: answerNothing,
    });
    await new Promise<void>((resolve, reject) => {
      server.bindAsync(`unix:${socket}`, ServerCredentials.createInsecure(), (error) => {
        if (error) reject(error);
        else resolve();
      });
    });
    return new SchemaProvider(server, socket, `registry.terraform.io/${schema.provider.source}`);
  }

  /** What leads Terraform to it. */
  get env(): NodeJS.ProcessEnv {
    const attached = {
      Protocol: 'grpc',
      ProtocolVersion: 5,
      Pid: process.pid,
      Test: true,
      Addr: { Network: 'unix', String: this.socket },
    };
    return { TF_REATTACH_PROVIDERS: JSON.stringify({ [this.source]: attached }) };
  }

  stop(): void {
    this.server.forceShutdown();
  }
}

type Answer = (error: null, value: object) => void;

function answerNothing(_call: unknown, answer: Answer): void {
  answer(null, {});
}

function service(): ServiceDefinition {
  const methods = {
    GetSchema: ['Empty', 'Schemas'],
    PrepareProviderConfig: ['Config', 'PreparedConfig'],
    Configure: ['Empty', 'Empty'],
    PlanResourceChange: ['Change', 'PlannedChange'],
    ValidateResourceTypeConfig: ['Empty', 'Empty'],
    ValidateDataSourceConfig: ['Empty', 'Empty'],
    Stop: ['Empty', 'Empty'],
  } as const;
  return Object.fromEntries(
    Object.entries(methods).map(([name, [request, response]]) => [
      name,
      {
        path: `/tfplugin5.Provider/${name}`,
        requestStream: false,
        responseStream: false,
        ...serialization('request', typeOf(request)),
        ...serialization('response', typeOf(response)),
      },
    ]),
  ) as unknown as ServiceDefinition;
}

function typeOf(name: string): Type {
  return root.lookupType(`tfplugin5.${name}`);
}

function serialization(part: string, type: Type): object {
  return {
    [`${part}Serialize`]: (value: object) =>
      Buffer.from(type.encode(type.fromObject(value)).finish()),
    [`${part}Deserialize`]: (bytes: Uint8Array) => type.toObject(type.decode(bytes)),
  };
}

function describe({ resource, data }: Schema): object {
  const all = (types: Schema['resource']) =>
    Object.fromEntries(Object.entries(types).map(([name, one]) => [name, { block: block(one) }]));
  // Of the provider's own configuration, what an example sets.
  const own = { attributes: [{ name: 'project', type: typeBytes('string'), optional: true }] };
  return {
    provider: { block: own },
    resource_schemas: all(resource),
    data_source_schemas: all(data),
  };
}

function block({ attributes, computed, blocks }: BlockSchema): object {
  const set = Object.entries(attributes).map(([name, text]) => {
    const required = text.endsWith(', required');
    const type = typeBytes(text.replace(', required', ''));
    return { name, type, required, optional: !required, computed: !required };
  });
  const read = computed.map((name) => ({ name, type: typeBytes('any'), computed: true }));
  const nested = Object.entries(blocks).map(([name, one]) => nestedBlock(name, one));
  return { attributes: [...set, ...read], block_types: nested };
}

function nestedBlock(name: string, schema: NestedSchema): object {
  const { min, max } = schema;
  // `timeouts` is the one that is no list.
  const nesting = name === 'timeouts' ? 1 : LIST;
  return {
    type_name: name,
    block: block(schema),
    nesting,
    min_items: nesting === LIST ? min : 0,
    max_items: nesting === LIST ? (max ?? 0) : 0,
  };
}

/** `map(string)` is `["map","string"]` to Terraform. */
function typeBytes(text: string): Buffer {
  const [, kind, element] = /^(\w+)\((\w+)\)$/.exec(text) ?? [];
  const plain = text === 'any' ? 'dynamic' : text;
  return Buffer.from(JSON.stringify(kind === undefined ? plain : [kind, element]));
}
