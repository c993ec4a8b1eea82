/** Whose events they are: when it is dead, they do not happen. */
export interface Owner {
  dead: boolean;
}

/** Something that is to happen. It has what Node's timers have, as far as the program uses it. */
export class Timer {
  cancelled = false;

  constructor(
    readonly atMs: number,
    readonly order: number,
    readonly owner: Owner | undefined,
    readonly run: () => void,
  ) {}

  unref(): this {
    return this;
  }
}

const realImmediate = globalThis.setImmediate;

/** The clock that the program's timers go by. */
let current: Clock | undefined;

/**
 * Time, as a queue of events. One event runs, and all promises that it settles; then the next one, which may be years
 * later. The same events are scheduled in the same order by the same seed, so that a run can be had again.
 */
export class Clock {
  nowMs = 1;
  steps = 0;
  /** Whose event runs: what it schedules is its own. */
  private owner: Owner | undefined;
  private order = 0;
  private readonly heap: Timer[] = [];

  /** Makes the timers of this process go by this clock from now on. */
  use(): void {
    // eslint-disable-next-line @typescript-eslint/no-this-alias
    current = this;
  }

  /** @param owner whose event it is: the world's, unless told */
  at(delayMs: number, run: () => void, owner?: Owner): Timer {
    const timer = new Timer(this.nowMs + Math.max(0, delayMs), this.order++, owner, run);
    push(this.heap, timer);
    return timer;
  }

  /** The same, of whose event is running. */
  own(delayMs: number, run: () => void): Timer {
    return this.at(delayMs, run, this.owner);
  }

  /** Runs something as an owner's. */
  as(owner: Owner | undefined, run: () => void): void {
    const before = this.owner;
    this.owner = owner;
    run();
    this.owner = before;
  }

  /** How many events of an owner are still to come. */
  pending(owner: Owner): number {
    return this.heap.filter((timer) => timer.owner === owner && isLive(timer)).length;
  }

  /** Runs events until there is none, or it is enough; tells whether there is none left. */
  async run(enough: () => boolean): Promise<boolean> {
    for (;;) {
      const timer = this.next();
      if (timer === undefined) return true;
      if (enough()) {
        push(this.heap, timer);
        return false;
      }
      this.steps++;
      this.nowMs = Math.max(this.nowMs, timer.atMs);
      this.owner = timer.owner;
      timer.run();
      await new Promise((resolve) => realImmediate(resolve));
      this.owner = undefined;
    }
  }

  private next(): Timer | undefined {
    for (;;) {
      const timer = pop(this.heap);
      if (timer === undefined || isLive(timer)) return timer;
    }
  }
}

/**
 * Takes the place of Node's timers and clock in this process. The program is what is deployed, unchanged: it knows of no
 * clock but Node's.
 */
export function replaceTimers(): void {
  const schedule = (run: (...args: unknown[]) => void, delayMs?: number, ...args: unknown[]) =>
    current!.own(delayMs ?? 0, () => {
      run(...args);
    });
  const cancel = (timer: Timer | undefined) => {
    if (timer !== undefined) timer.cancelled = true;
  };
  Object.assign(globalThis, {
    setTimeout: schedule,
    clearTimeout: cancel,
    setImmediate: (run: (...args: unknown[]) => void, ...args: unknown[]) =>
      schedule(run, 0, ...args),
    clearImmediate: cancel,
  });
  Object.defineProperty(performance, 'now', { value: () => current!.nowMs });
}

function isLive({ cancelled, owner }: Timer): boolean {
  return !cancelled && owner?.dead !== true;
}

function isBefore(one: Timer, other: Timer): boolean {
  return one.atMs < other.atMs || (one.atMs === other.atMs && one.order < other.order);
}

function push(heap: Timer[], timer: Timer): void {
  let at = heap.length;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (isBefore(heap[parent]!, timer)) break;
    heap[at] = heap[parent]!;
    at = parent;
  }
  heap[at] = timer;
}

function pop(heap: Timer[]): Timer | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (first === undefined || last === undefined || heap.length === 0) return first;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child++;
    if (isBefore(last, heap[child]!)) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = last;
  return first;
}
