/** Bounds how many of a message's stores are under way at once; those that wait go in turn. */
export class Workers {
  private readonly waiting: (() => void)[] = [];
  /** How many of `waiting` have had their turn: taking from the front of a long array is slow. */
  private served = 0;

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
    const next = this.waiting[this.served++];
    if (next !== undefined) next();
    else {
      this.free++;
      this.served = this.waiting.length;
    }
  }
}
