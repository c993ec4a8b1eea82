import { AnswerOutput } from '../../../src/local/served/answer_output.js';
import { readSchema } from '../../../src/local/served/schema.js';
import { Turns } from '../../../src/common/turns.js';
import { BackendError } from '../../../src/common/errors.js';

const codecs = readSchema();

function decode(method: string, json: string): object {
  return codecs.get(`logdog.${method}`)!.decode('json', Buffer.from(json));
}

async function encode(method: string, answer: object): Promise<unknown> {
  const output = new AnswerOutput({ more: () => undefined }, new Turns(undefined));
  await codecs.get(`logdog.${method}`)!.encode('json', answer, output);
  const text = Buffer.concat(output.chunks).toString();
  expect(text.startsWith(")]}'\n")).toBe(true);
  expect(text.endsWith('\n')).toBe(true);
  return JSON.parse(text.slice(")]}'\n".length));
}

describe('a request in proto3 JSON', () => {
  test('that is empty has the default of every field', () => {
    expect(decode('Logs/Get', '{}')).toEqual({
      project: '',
      path: '',
      state: false,
      index: 0n,
      byteCount: 0,
      logCount: 0,
      nonContiguous: false,
    });
  });

  const good: [name: string, method: string, json: string, field: string, value: unknown][] = [
    ['lowerCamel names', 'Logs/Get', '{"byteCount":5}', 'byteCount', 5],
    ['names of the protocol', 'Logs/Get', '{"byte_count":5}', 'byteCount', 5],
    ['names that are unknown', 'Logs/Get', '{"nope":{"a":[1]},"path":"p"}', 'path', 'p'],
    ['null', 'Logs/Get', '{"path":null}', 'path', ''],
    [
      'an int64 as a string',
      'Logs/Get',
      '{"index":"9223372036854775807"}',
      'index',
      2n ** 63n - 1n,
    ],
    ['an int64 as a number', 'Logs/Get', '{"index":-5}', 'index', -5n],
    ['an int32 as a string', 'Logs/Get', '{"logCount":"-1"}', 'logCount', -1],
    ['an int32 with an exponent', 'Logs/Get', '{"logCount":1e3}', 'logCount', 1000],
    ['an enum by its name', 'Logs/Query', '{"purged":"NO"}', 'purged', 2],
    ['an enum by its number', 'Logs/Query', '{"purged":1}', 'purged', 1],
    ['an enum by a number that it has not', 'Logs/Query', '{"purged":9}', 'purged', 9],
    ['a message', 'Logs/Query', '{"streamType":{"value":"BINARY"}}', 'streamType', { value: 1 }],
    ['a map', 'Logs/Query', '{"tags":{"a_b":"c"}}', 'tags', { a_b: 'c' }],
    ['a list', 'Registration/RegisterPrefix', '{"sourceInfo":["a","b"]}', 'sourceInfo', ['a', 'b']],
    [
      'base64',
      'Registration/RegisterPrefix',
      '{"opNonce":"+/8="}',
      'opNonce',
      Buffer.from([0xfb, 0xff]),
    ],
    [
      'base64 for URLs',
      'Registration/RegisterPrefix',
      '{"opNonce":"-_8"}',
      'opNonce',
      Buffer.from([0xfb, 0xff]),
    ],
    [
      'a duration',
      'Registration/RegisterPrefix',
      '{"expiration":"1.5s"}',
      'expiration',
      { seconds: 1n, nanos: 500_000_000 },
    ],
    [
      'a negative duration',
      'Registration/RegisterPrefix',
      '{"expiration":"-0.000000001s"}',
      'expiration',
      { seconds: 0n, nanos: -1 },
    ],
  ];
  test.each(good)('takes %s', (_name, method, json, field, value) => {
    const request = decode(method, json) as Record<string, unknown>;
    const found = request[field];
    expect(Buffer.isBuffer(value) ? Buffer.from(found as Uint8Array) : found).toEqual(value);
  });

  const bad: [name: string, method: string, json: string, why: string][] = [
    ['no JSON', 'Logs/Get', '{', 'the body is not JSON'],
    ['a list', 'Logs/Get', '[]', 'GetRequest is not an object'],
    ['null', 'Logs/Get', 'null', 'GetRequest is not an object'],
    ['a number for a string', 'Logs/Get', '{"path":5}', 'GetRequest.path is not a string'],
    ['a string for a bool', 'Logs/Get', '{"state":"true"}', 'GetRequest.state is not a bool'],
    [
      'a fraction for an integer',
      'Logs/Get',
      '{"logCount":1.5}',
      'GetRequest.logCount is not an int32',
    ],
    [
      'an integer that is too large',
      'Logs/Get',
      '{"logCount":2147483648}',
      'GetRequest.logCount is not an int32',
    ],
    [
      'an int64 that is too large',
      'Logs/Get',
      '{"index":"9223372036854775808"}',
      'GetRequest.index is not an int64',
    ],
    ['text for an integer', 'Logs/Get', '{"index":"five"}', 'GetRequest.index is not an int64'],
    ['a list for an integer', 'Logs/Get', '{"index":[5]}', 'GetRequest.index is not an int64'],
    [
      'both names of a field',
      'Logs/Get',
      '{"byteCount":5,"byte_count":5}',
      'GetRequest.byteCount is there twice',
    ],
    [
      'an unknown name of an enum',
      'Logs/Query',
      '{"purged":"MAYBE"}',
      'QueryRequest.purged is not a Trinary',
    ],
    ['a string for a map', 'Logs/Query', '{"tags":"a"}', 'QueryRequest.tags is not an object'],
    [
      'a string for a message',
      'Logs/Query',
      '{"streamType":"TEXT"}',
      'QueryRequest.streamType is not an object',
    ],
    [
      'a string for a list',
      'Registration/RegisterPrefix',
      '{"sourceInfo":"a"}',
      'RegisterPrefixRequest.sourceInfo is not a list',
    ],
    [
      'no base64',
      'Registration/RegisterPrefix',
      '{"opNonce":"%"}',
      'RegisterPrefixRequest.opNonce is not base64',
    ],
    [
      'no duration',
      'Registration/RegisterPrefix',
      '{"expiration":"5m"}',
      'RegisterPrefixRequest.expiration is not a duration, as 1.5s',
    ],
    [
      'two of a oneof',
      'Services/Batch',
      '{"req":[{"loadStream":{},"archiveStream":{}}]}',
      'BatchRequest.req has two of its value',
    ],
  ];
  test.each(bad)('refuses %s', (_name, method, json, why) => {
    expect(() => decode(method, json)).toThrow(
      expect.objectContaining({
        status: 'InvalidArgument',
        httpStatus: 400,
        detail: `could not decode body: json: ${why}`,
      }) as BackendError,
    );
  });
});

describe('an answer in proto3 JSON', () => {
  const query = async (stream: object) => {
    const { streams } = (await encode('Logs/Query', { streams: [stream] })) as {
      streams: object[];
    };
    return streams[0];
  };

  test.each<[name: string, stream: object, json: object]>([
    ['leaves defaults out', { path: '', descProto: Buffer.alloc(0) }, {}],
    ['has bytes in base64', { descProto: Buffer.from([0xfb, 0xff]) }, { descProto: '+/8=' }],
    [
      'has an int64 as a string',
      { state: { terminalIndex: '-1' } },
      { state: { terminalIndex: '-1' } },
    ],
    [
      'has a large int64 in full',
      { state: { terminalIndex: '9007199254740993' } },
      { state: { terminalIndex: '9007199254740993' } },
    ],
    ['has a message that is empty', { state: { archive: {} } }, { state: { archive: {} } }],
    [
      'has a time without a fraction',
      { state: { created: { seconds: '0', nanos: 0 } } },
      { state: { created: '1970-01-01T00:00:00Z' } },
    ],
    [
      'has a time in milliseconds',
      { state: { created: { seconds: '1', nanos: 20_000_000 } } },
      { state: { created: '1970-01-01T00:00:01.020Z' } },
    ],
    [
      'has a time in microseconds',
      { state: { created: { seconds: '1', nanos: 1000 } } },
      { state: { created: '1970-01-01T00:00:01.000001Z' } },
    ],
    [
      'has a time in nanoseconds',
      { state: { created: { seconds: '-1', nanos: 1 } } },
      { state: { created: '1969-12-31T23:59:59.000000001Z' } },
    ],
    [
      'has the first time that there is',
      { state: { created: { seconds: '-62135596800', nanos: 0 } } },
      { state: { created: '0001-01-01T00:00:00Z' } },
    ],
    [
      'has the last time that there is',
      { state: { created: { seconds: '253402300799', nanos: 0 } } },
      { state: { created: '9999-12-31T23:59:59Z' } },
    ],
  ])('%s', async (_name, stream, json) => {
    expect(await query(stream)).toEqual(json);
  });

  test('has a duration', async () => {
    const age = (seconds: string, nanos: number) =>
      encode('Services/LoadStream', { age: { seconds, nanos } });
    expect(await age('3', 0)).toEqual({ age: '3s' });
    expect(await age('-3', -500_000_000)).toEqual({ age: '-3.500s' });
  });

  test('leaves out a duration that JSON cannot have', async () => {
    const age = { seconds: '315576000001', nanos: 0 };
    expect(await encode('Services/LoadStream', { age })).toEqual({});
  });

  test.each([
    ['after the year 9999', '253402300800', 0],
    ['before the year 1', '-62135596801', 0],
    ['after the year 9999 by its nanoseconds', '253402300799', 2 ** 31 - 1],
    ['the largest', '9223372036854775807', 2 ** 31 - 1],
    ['the smallest', '-9223372036854775808', -(2 ** 31)],
  ])('leaves out a time that JSON cannot have: %s', async (_name, seconds, nanos) => {
    const created = { seconds, nanos };
    const terminalIndex = '5';
    expect(await query({ state: { created, terminalIndex } })).toEqual({
      state: { terminalIndex },
    });
  });
});
