import { createHash } from 'node:crypto';
import { descriptor, Rig, SECRET } from './rig.js';

const PATH = 'a/b/+/c';
const ID = createHash('sha256').update(PATH).digest('hex');
const DESC = descriptor('a/b', 'c');

describe('the services for Collectors', () => {
  let rig: Rig;

  beforeEach(async () => {
    rig = await new Rig().start();
  });

  afterEach(async () => {
    expect(rig.logged.join('')).not.toContain('canary');
    await rig.close();
  });

  const registration = (differs: object = {}) => ({
    project: 'proj',
    secret: SECRET.toString('base64'),
    protoVersion: '1',
    desc: DESC.toString('base64'),
    terminalIndex: '-1',
    ...differs,
  });
  const termination = (differs: object = {}) => ({
    project: 'proj',
    id: ID,
    secret: SECRET.toString('base64'),
    terminalIndex: '7',
    ...differs,
  });
  const state = (terminalIndex?: string) => ({
    protoVersion: '1',
    secret: SECRET.toString('base64'),
    ...(terminalIndex !== undefined && { terminalIndex }),
  });

  test('RegisterStream takes the path from the descriptor', async () => {
    expect(await rig.answer('Services/RegisterStream', registration())).toEqual({
      id: ID,
      state: state('-1'),
    });
    expect(rig.coordinator.stream('proj', PATH)?.descriptor).toEqual(DESC);
  });

  test('RegisterStream with terminal index 0, which a message does not tell from none, ends it there', async () => {
    const answer = await rig.answer('Services/RegisterStream', registration({ terminalIndex: 0 }));
    expect(answer).toEqual({ id: ID, state: state() });
    expect(rig.coordinator.stream('proj', PATH)?.terminalIndex).toBe(0n);
  });

  test.each([
    ['no LogStreamDescriptor', Buffer.from([0xff, 0xff])],
    ['no prefix', descriptor('', 'c')],
    ['no name', descriptor('a/b', '')],
    ['a prefix that is no name', descriptor('a//b', 'c')],
    ['no content type', descriptor('a/b', 'c', { contentType: '' })],
    ['no timestamp', descriptor('a/b', 'c', { timestamp: null })],
  ])('RegisterStream refuses a descriptor with %s', async (_name, desc) => {
    const request = registration({ desc: desc.toString('base64') });
    expect((await rig.call('Services/RegisterStream', request)).code).toBe('InvalidArgument');
  });

  test.each([
    ['another secret', { secret: Buffer.alloc(36, 1).toString('base64') }],
    ['a secret of another length', { secret: 'AAAA' }],
    ['another protocol version', { protoVersion: '2' }],
    ['a project that is no name', { project: 'P' }],
  ])('RegisterStream refuses %s', async (_name, differs) => {
    await rig.answer('Services/RegisterStream', registration());
    const { code } = await rig.call('Services/RegisterStream', registration(differs));
    expect(code).toBe('InvalidArgument');
  });

  test('TerminateStream ends a stream, again at the same index, and at no other', async () => {
    await rig.register(PATH);
    expect(await rig.answer('Services/TerminateStream', termination())).toEqual({});
    expect(await rig.answer('Services/TerminateStream', termination())).toEqual({});
    const other = await rig.call('Services/TerminateStream', termination({ terminalIndex: '8' }));
    expect(other.code).toBe('FailedPrecondition');
  });

  test.each([
    ['an unknown id', { id: 'f'.repeat(64) }, 'NotFound'],
    ['an id that is none', { id: 'x' }, 'InvalidArgument'],
    ['a negative index', { terminalIndex: '-1' }, 'InvalidArgument'],
    ['another secret', { secret: Buffer.alloc(36).toString('base64') }, 'InvalidArgument'],
  ])('TerminateStream refuses %s', async (_name, differs, code) => {
    await rig.register(PATH);
    const result = await rig.call('Services/TerminateStream', termination(differs));
    expect(result.code).toBe(code);
  });

  test('LoadStream answers the state, its age, and where wanted the descriptor', async () => {
    await rig.register(PATH, {}, 5n);
    rig.now = Date.now();
    const request = { project: 'proj', id: ID.toUpperCase() };
    const plain = await rig.answer('Services/LoadStream', request);
    expect(plain.state).toEqual(state('5'));
    expect(plain.age).toMatch(/^\d+(\.\d+)?s$/);
    expect(plain).not.toHaveProperty('desc');
    const full = await rig.answer('Services/LoadStream', { ...request, desc: true });
    expect(full.desc).toBe(DESC.toString('base64'));
  });

  test.each([
    ['an unknown id', { project: 'proj', id: 'f'.repeat(64) }, 'NotFound'],
    ['an id that is none', { project: 'proj', id: 'x' }, 'InvalidArgument'],
    ['no project', { id: ID }, 'InvalidArgument'],
  ])('LoadStream refuses %s', async (_name, request, code) => {
    expect((await rig.call('Services/LoadStream', request)).code).toBe(code);
  });

  test('Batch answers each entry by its index, whatever becomes of the others', async () => {
    const other = descriptor('a/b', 'd').toString('base64');
    const req = [
      { registerStream: registration() },
      { registerStream: registration({ protoVersion: '9' }) },
      { loadStream: { project: 'proj', id: 'f'.repeat(64) } },
      { register_stream: registration({ desc: other, terminalIndex: '3' }) },
      { archiveStream: {} },
      {},
    ];
    const { resp } = await rig.answer('Services/Batch', { req });
    expect(resp).toMatchObject([
      { registerStream: { id: ID, state: state('-1') } },
      { index: 1, err: { grpcCode: 3 } },
      { index: 2, err: { grpcCode: 5 } },
      { index: 3, registerStream: { state: state('3') } },
      { index: 4, err: { grpcCode: 12 } },
      { index: 5, err: { grpcCode: 3 } },
    ]);
    expect(JSON.stringify(resp)).not.toContain('transient');
  });

  test('Batch answers an entry that has nothing to tell with its index alone', async () => {
    await rig.register(PATH);
    const req = [{ loadStream: { project: 'proj', id: ID } }, { terminateStream: termination() }];
    const { resp } = await rig.answer('Services/Batch', { req });
    expect(resp).toMatchObject([{ loadStream: { state: state('-1') } }, { index: 1 }]);
    expect((resp as object[])[1]).toEqual({ index: 1 });
  });

  test('an error that the next try may not meet is transient', async () => {
    await rig.coordinator.close();
    const { resp } = await rig.answer('Services/Batch', {
      req: [{ registerStream: registration() }],
    });
    expect(resp).toEqual([{ err: { grpcCode: 14, transient: true, msg: 'Service unavailable' } }]);
  });

  test('what the protocol does not have is not implemented', async () => {
    expect((await rig.call('Services/ArchiveStream', {})).code).toBe('Unimplemented');
    expect((await rig.call('Services/constructor', {})).code).toBe('Unimplemented');
  });
});
