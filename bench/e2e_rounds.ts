import { DistinctMessages } from './distinct.js';
import type { Side } from './e2e_sides.js';
import { pushAll } from './load.js';
import { threadsCpuUs } from './server_process.js';

/** How many messages a round has: some tenths of a second of work, and more than are under way at once. */
const MESSAGES_MIN = 24;
const MESSAGES_MAX = 2000;
const ROUND_BYTES = 12e6;
const ROUND_STREAMS = 12_000;
/** Rounds that are not counted: what they compile, the others do not. */
const WARM_UP_ROUNDS = 3;
/** The same of small messages: V8 goes on compiling what a push takes for some 30,000 pushes, by a third of its CPU. */
const WARM_UP_ROUNDS_SMALL = 16;
/** From so many messages a round has, they are small. */
const SMALL_FROM = 1000;

/**
 * Measures a message on each side, in rounds in which the sides take turns.
 *
 * @returns for each side, the CPU time of a message in each round, in µs
 */
export async function measureSides(
  message: Buffer,
  sides: readonly Side[],
  rounds: number,
  clear: () => Promise<void>,
): Promise<number[][]> {
  const messages = await prepare(message, sides);
  const figures = sides.map(() => [] as number[]);
  const warmUp = messages.length < SMALL_FROM ? WARM_UP_ROUNDS : WARM_UP_ROUNDS_SMALL;
  for (let round = -warmUp; round < rounds; round++) {
    for (const at of turns(sides.length, round)) {
      const { push, target } = sides[at]!;
      await clear();
      const before = threadsCpuUs(target.pid);
      await pushAll(target, messages, push);
      const us = (threadsCpuUs(target.pid) - before) / messages.length;
      if (round >= 0) figures[at]!.push(us);
    }
  }
  await clear();
  return figures;
}

/**
 * The order of a round: it begins with another side each time, so that a drift in a round hurts no side more than another,
 * and each side rests as long as the others. One that went first after it went last would still have its garbage.
 */
function turns(sides: number, round: number): number[] {
  const order = Array.from({ length: sides }, (_, at) => at);
  const first = ((round % sides) + sides) % sides;
  return [...order.slice(first), ...order.slice(0, first)];
}

/** The messages of a round; their streams are registered with every function. */
async function prepare(message: Buffer, sides: readonly Side[]): Promise<Buffer[]> {
  const distinct = new DistinctMessages(message);
  const fitting = Math.min(ROUND_BYTES / message.length, ROUND_STREAMS / distinct.streams);
  const count = Math.round(Math.max(MESSAGES_MIN, Math.min(MESSAGES_MAX, fitting)));
  const numbers = Array.from({ length: count }, (_, at) => at);
  const registrations = numbers.map((at) => distinct.registration(at));
  for (const target of new Set(sides.map((side) => side.target))) {
    await pushAll(target, registrations, 'unwrapped');
  }
  return numbers.map((at) => distinct.message(at));
}
