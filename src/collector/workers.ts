/** Bounds how many of a message's tasks are under way at once; those that wait go in turn. */
export class Workers {
  private readonly waiting: (() => void)[] = [];

  constructor(private free: number) {}

  async run(task: () => Promise<void>): Promise<void> {
    if (this.free > 0) this.free--;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      await task();
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.free++;
      else next();
    }
  }
}
