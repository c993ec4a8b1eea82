import { ATTRIBUTES, type DeadLetter, FORMS } from '../../dead_letters/dead_letter.js';
import { REPLAY_HEADER } from '../../push/dead_letter.js';
import { tokenHeaders } from '../butler/push_token.js';
import { type PushedData, Pusher, RefusedMessage } from '../butler/pusher.js';
import { type Io, say } from '../io.js';

/** What became of the messages. */
export interface Tally {
  taken: number;
  refused: number;
}

/** Pushes dead letters, and says of each that is refused again why. */
export class Replayer {
  private readonly pusher: Pusher;

  constructor(
    url: URL,
    private readonly io: Io,
  ) {
    this.pusher = new Pusher({
      url,
      signal: io.signal,
      headers: { [REPLAY_HEADER]: '1', ...tokenHeaders(io.env) },
      onRetry: (trouble) => {
        say(io, `trying again: ${trouble}`);
      },
    });
  }

  /**
   * @returns whether it was taken, nothing of it refused
   * @throws CollectorError COMMAND_FAILED where the function does not take messages at all
   */
  async push({ data, attributes }: DeadLetter, name: string): Promise<boolean> {
    try {
      await this.pusher.push(pushedData(data, attributes[ATTRIBUTES.form]));
      return true;
    } catch (thrown) {
      if (!(thrown instanceof RefusedMessage)) throw thrown;
      say(this.io, `${name}: ${thrown.message}`);
      return false;
    }
  }

  close(): void {
    this.pusher.close();
  }
}

/** What stood in the place of the data when the message was refused. */
function pushedData(data: Uint8Array, form: string | undefined): PushedData {
  if (form === undefined) return data;
  const text = Buffer.from(data).toString();
  return form === FORMS.json ? { json: text } : text;
}
