import { BoundedOutput } from '../../src/telemetry/standard_error.js';

/** An output with room for so many bytes. */
class FakePipe {
  text = '';
  room = Infinity;
  code = 'EAGAIN';

  readonly writeSync = (bytes: Buffer): number => {
    if (this.room === 0) throw Object.assign(new Error(this.code), { code: this.code });
    const size = Math.min(bytes.length, this.room);
    this.text += bytes.toString('latin1', 0, size);
    this.room -= size;
    return size;
  };
}

function open(isTerminal = false) {
  const pipe = new FakePipe();
  return { pipe, output: new BoundedOutput(pipe.writeSync, isTerminal) };
}

const DROPPED = (count: number) =>
  `{"severity":"WARNING","time":"T","dropped":${count},"message":"${count} lines before this one were dropped: standard error had no room for them"}\n`;
const shown = (text: string) => text.replaceAll(/\d{4}-[^"\]]+Z/g, 'T');

beforeEach(() => jest.useFakeTimers({ doNotFake: ['performance'] }));
afterEach(() => jest.useRealTimers());

test.each(['EAGAIN', 'ENOSPC', 'EPIPE', 'EIO'])(
  'an output that says %s: lines are dropped, and the next line that finds room comes after their count',
  (code) => {
    const { pipe, output } = open();
    output.write('a\n');
    Object.assign(pipe, { room: 0, code });
    for (let line = 0; line < 5; line++) output.write('lost\n');
    pipe.room = Infinity;
    output.write('b\n');
    expect(shown(pipe.text)).toBe(`a\n${DROPPED(5)}b\n`);
  },
);

test('an output that stalls within a line: the line is ended first, once there is room', () => {
  const { pipe, output } = open();
  pipe.room = 3;
  output.write('abcdef\n');
  output.write('lost\n');
  pipe.room = Infinity;
  output.write('b\n');
  expect(shown(pipe.text)).toBe(`abcdef\n${DROPPED(1)}b\n`);
});

test('an output that has room again while no line comes: the count is written within a second', () => {
  const { pipe, output } = open();
  pipe.room = 0;
  output.write('lost\n');
  jest.advanceTimersByTime(5000);
  pipe.room = Infinity;
  jest.advanceTimersByTime(1000);
  expect(shown(pipe.text)).toBe(DROPPED(1));
  expect(jest.getTimerCount()).toBe(0);
});

test('a terminal: the count is written for a person', () => {
  const { pipe, output } = open(true);
  pipe.room = 0;
  output.write('lost\n');
  pipe.room = Infinity;
  output.write('b\n');
  expect(shown(pipe.text)).toMatch(/^\[T\] WARNING: 1 lines before .*\n {4}dropped: 1\nb\n$/);
});

test('an output that stalls: 1000 lines wait for 100 ms together, not each', () => {
  const { pipe, output } = open();
  pipe.room = 0;
  const begun = performance.now();
  for (let line = 0; line < 1000; line++) output.write('lost\n');
  const tookMs = performance.now() - begun;
  expect(tookMs).toBeGreaterThanOrEqual(100);
  expect(tookMs).toBeLessThan(400);
});

test('an output whose reader takes a line now and then: all lines wait for a second in ten', () => {
  const { pipe, output } = open();
  const begun = performance.now();
  for (let line = 0; line < 40; line++) {
    pipe.room = 0;
    output.write('lost\n');
    pipe.room = Infinity;
    output.write('taken\n');
  }
  expect(performance.now() - begun).toBeLessThan(1600);
});
