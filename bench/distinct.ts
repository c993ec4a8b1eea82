import { buildMessage } from '../src/cli/butler/message.js';
import { logpb } from '../src/proto/gen/logpb.js';
import { inflated } from './message_body.js';

/** Many messages that are one message but for their streams: each is of a prefix of its own. */
export class DistinctMessages {
  readonly streams: number;
  private readonly bundle: logpb.ButlerLogBundle.$Properties;

  constructor(message: Buffer) {
    this.bundle = logpb.ButlerLogBundle.decode(inflated(message));
    this.streams = this.bundle.entries?.length ?? 0;
  }

  /** The message as it is, of prefix number `at`. */
  message(at: number): Buffer {
    return this.build(at, {});
  }

  /** The same streams without their logs: they are registered (and ended, where they end), and no row is written. */
  registration(at: number): Buffer {
    return this.build(at, { logs: [] });
  }

  private build(at: number, change: logpb.ButlerLogBundle.Entry.$Properties): Buffer {
    const prefix = `${this.bundle.prefix}/${at}`;
    const entries = this.bundle.entries?.map((entry) => {
      return { ...entry, ...change, desc: { ...entry.desc, prefix } };
    });
    return buildMessage({ ...this.bundle, prefix, entries: entries ?? [] });
  }
}
