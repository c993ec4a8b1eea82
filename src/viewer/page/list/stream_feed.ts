import type { ListedStream } from '../../list_changes.js';
import { fetchChanges } from '../api.js';
import { compare } from './tree.js';

/** All streams, kept up to date by the changes that the server tells of. */
export class StreamFeed {
  /** In the order of project and path. */
  streams: readonly ListedStream[] = [];
  truncated = false;
  /** Whether all that there is has come once. */
  ready = false;
  private readonly byPath = new Map<string, ListedStream>();
  private epoch = '';
  private cursor = 0;

  /** Takes what has changed. @returns whether something has. @throws ApiError */
  async update(): Promise<boolean> {
    let changes = 0;
    for (let more = true; more;) {
      const answer = await fetchChanges(this.epoch, this.cursor);
      if (answer.epoch !== this.epoch) this.byPath.clear();
      this.epoch = answer.epoch;
      this.cursor = answer.cursor;
      this.truncated = answer.truncated;
      for (const stream of answer.changed) {
        this.byPath.set(`${stream.project}/${stream.path}`, stream);
      }
      for (const key of answer.removed) this.byPath.delete(key);
      changes += answer.changed.length + answer.removed.length;
      more = answer.more;
    }
    if (changes > 0) {
      this.streams = [...this.byPath.values()].sort(
        (one, other) => compare(one.project, other.project) || compare(one.path, other.path),
      );
    }
    const first = !this.ready;
    this.ready = true;
    return first || changes > 0;
  }
}
