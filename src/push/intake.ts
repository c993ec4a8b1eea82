import { CollectorError } from '../errors.js';
import type { BodyRoom } from './body.js';
import { InFlight } from './in_flight.js';
import { PUSH_BYTES } from './limits.js';

/** Whose body comes slower than this could not send a large one within any deadline. */
const SLOW_BYTES_PER_MS = 128;
/** Nobody is slow so soon. */
const SLOW_FROM_MS = 1000;

/**
 * The room for pushes while they are under way: MAX_IN_FLIGHT_BYTES. A body that is slow to come holds its room only as
 * long as no other push needs it.
 */
export class Intake {
  private readonly inFlight: InFlight;
  /** The pushes whose bodies are coming. */
  private readonly coming = new Set<Share>();

  constructor(
    private readonly maxBytes: number,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.inFlight = new InFlight(maxBytes);
  }

  get takenBytes(): number {
    return this.inFlight.taken;
  }

  /**
   * The share of one push, to be released when that is done with.
   *
   * @param giveUp is called when the share is taken away; it must end the push
   */
  open(giveUp: (reason: CollectorError) => void): Share {
    const share = new Share(this, this.now(), giveUp);
    this.coming.add(share);
    return share;
  }

  /** For shares alone. @throws CollectorError TOO_MUCH_IN_FLIGHT */
  take(bytes: number): void {
    if (this.inFlight.take(bytes)) return;
    this.giveUpSlow();
    if (this.inFlight.take(bytes)) return;
    const why = `too many bytes are being worked on: MAX_IN_FLIGHT_BYTES is ${this.maxBytes}`;
    throw new CollectorError('TOO_MUCH_IN_FLIGHT', why);
  }

  /** For shares alone: the body is there, or the push has ended. */
  leave(share: Share, bytes: number): void {
    this.coming.delete(share);
    this.inFlight.release(bytes);
  }

  private giveUpSlow(): void {
    const now = this.now();
    for (const share of this.coming) if (share.isSlow(now)) share.giveUp();
  }
}

/** What one push takes of the room. */
export class Share implements BodyRoom {
  private bytes = 0;
  private received = 0;
  private ended = false;

  constructor(
    private readonly intake: Intake,
    private readonly since: number,
    private readonly onGivenUp: (reason: CollectorError) => void,
  ) {}

  /** Takes room for so many bytes of a body, and for what its push takes besides. @throws as `more` */
  begin(bodyBytes: number): void {
    this.more(PUSH_BYTES + bodyBytes);
  }

  /** @throws CollectorError TOO_MUCH_IN_FLIGHT where there is no room for so many bytes more */
  more(bytes: number): void {
    this.intake.take(bytes);
    this.bytes += bytes;
  }

  came(bytes: number): void {
    this.received += bytes;
  }

  /** The whole body is there: nobody is waited for. */
  complete(): void {
    this.intake.leave(this, 0);
  }

  /** Gives the room back; that may be done twice. */
  release(): void {
    if (this.ended) return;
    this.ended = true;
    this.intake.leave(this, this.bytes);
  }

  isSlow(now: number): boolean {
    const ms = now - this.since;
    return ms > SLOW_FROM_MS && this.received < ms * SLOW_BYTES_PER_MS;
  }

  giveUp(): void {
    this.release();
    const why = 'the body came too slowly while others needed its room';
    this.onGivenUp(new CollectorError('TOO_MUCH_IN_FLIGHT', why));
  }
}
