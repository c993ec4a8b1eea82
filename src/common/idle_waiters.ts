/** Callers that wait until nothing is under way: any number of them, each of which is called back. */
export class IdleWaiters {
  private waiting: (() => void)[] = [];

  /** Resolves when `notify` is called next. */
  wait(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  notify(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}
