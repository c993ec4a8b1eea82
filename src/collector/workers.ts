/** Bounds how many of a message's stores are under way at once; those that wait go in turn. */
export class Workers {
  private readonly waiting: (() => void)[] = [];

  constructor(private free: number) {}

  /** Takes a place: at once where nothing is returned, else when the promise resolves. */
  acquire(): Promise<void> | undefined {
    if (this.free > 0) {
      this.free--;
      return undefined;
    }
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** Gives the place back, to the one that has waited longest. */
  release(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.free++;
    else next();
  }
}
