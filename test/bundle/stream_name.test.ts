import { isProjectName, isStreamName } from '../../src/bundle/stream_name.js';

function streamName(text: string, maxBytes?: number): boolean {
  const bytes = Buffer.from(`//${text}//`);
  return isStreamName(bytes, 2, bytes.length - 2, maxBytes);
}

describe('a stream name', () => {
  test.each(['a', 'Z', '9', 'a/b', 'a:_.-', 'steps/compile/0/stdout'])('may be %j', (name) => {
    expect(streamName(name)).toBe(true);
  });

  test('may have 4096 bytes, and no more', () => {
    expect(streamName('a'.repeat(4096))).toBe(true);
    expect(streamName('a'.repeat(4097))).toBe(false);
  });

  test.each([
    '',
    '/',
    '/a',
    'a/',
    'a//b',
    '-a',
    'a/-b',
    '.',
    'a/.',
    ':a',
    'a b',
    'a\n',
    'a\0',
    'a+b',
    '+',
    'é',
  ])('may not be %j', (name) => {
    expect(streamName(name)).toBe(false);
  });

  test('has a bound of its own as the key of a tag', () => {
    expect(streamName('a'.repeat(64), 64)).toBe(true);
    expect(streamName('a'.repeat(65), 64)).toBe(false);
  });
});

describe('a project name', () => {
  function projectName(text: string): boolean {
    const bytes = Buffer.from(`-${text}-`);
    return isProjectName(bytes, 1, bytes.length - 1);
  }

  test('may have any length', () => {
    expect(projectName('a'.repeat(10_000))).toBe(true);
  });

  test.each(['a', 'chromium', 'a0_-'])('may be %j', (name) => {
    expect(projectName(name)).toBe(true);
  });

  test.each(['', 'A', '0a', '_a', '-a', 'aB', 'a.b', 'a/b', 'a\n', 'é'])(
    'may not be %j',
    (name) => {
      expect(projectName(name)).toBe(false);
    },
  );
});
