import { Chain, type Link } from '../common/chain.js';
import { CollectorError } from '../common/errors.js';
import type { BodyRoom } from '../http/body.js';
import { InFlight } from '../common/in_flight.js';
import { PUSH_BYTES } from './limits.js';

/** A transfer that is slower could not move a large body within any deadline. */
const SLOW_BYTES_PER_MS = 128;
/** The time, in ms, before a transfer can be found slow. */
const SLOW_FROM_MS = 1000;

/**
 * Bounds the memory of requests while they are under way: of pushes MAX_IN_FLIGHT_BYTES. A request whose body is slow to
 * come, or whose answer is slow to be taken, holds its memory only as long as no other request needs it.
 */
export class Intake {
  private readonly inFlight: InFlight;
  /** The requests that wait for their peers: bodies that are coming, and answers that are going out. */
  private readonly transfers = new Chain<Share>();

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
   * The share of one request, to be released when that is done with.
   *
   * @param giveUp is called when the share is taken away; it must end the request
   */
  open(giveUp: (reason: CollectorError) => void): Share {
    const share = new Share(this, giveUp);
    this.transfer(share);
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

  /** For shares alone: the peer sends, or takes, from now on. */
  transfer(share: Share): void {
    share.begun(this.now());
    share.link ??= this.transfers.add(share);
  }

  /** For shares alone: all is transferred, or the request has ended. */
  transferred(share: Share): void {
    if (share.link !== undefined) this.transfers.remove(share.link);
    share.link = undefined;
  }

  /** For shares alone. */
  giveBack(bytes: number): void {
    this.inFlight.release(bytes);
  }

  /** Gives up the requests whose peers are slow to send or to take. */
  giveUpSlow(): void {
    const now = this.now();
    for (const share of this.transfers) if (share.isSlow(now)) share.giveUp();
  }
}

const SLOW = 'the body came, or the answer was taken, too slowly while others needed its memory';

/** What one request takes of the memory. */
export class Share implements BodyRoom {
  /** For the intake alone: undefined while its peer is not waited for. */
  link: Link<Share> | undefined;
  private bytes = 0;
  private since = 0;
  private transferred = 0;
  private ended = false;

  constructor(
    private readonly intake: Intake,
    private readonly onGivenUp: (reason: CollectorError) => void,
  ) {}

  /** Takes memory for the first bytes of a body, and for what its request takes besides. @throws as `more` */
  begin(bodyBytes: number): void {
    this.more(PUSH_BYTES + bodyBytes);
  }

  /** @throws CollectorError TOO_MUCH_IN_FLIGHT where there is no room for so many bytes more */
  more(bytes: number): void {
    if (this.ended) throw new CollectorError('TOO_MUCH_IN_FLIGHT', SLOW);
    this.intake.take(bytes);
    this.bytes += bytes;
  }

  /** Gives a part back. */
  less(bytes: number): void {
    const given = Math.min(bytes, this.bytes);
    this.bytes -= given;
    this.intake.giveBack(given);
  }

  /** Counts bytes that have come, or that were taken. */
  came(bytes: number): void {
    this.transferred += bytes;
  }

  /** The whole body is there: the peer is not waited for. */
  complete(): void {
    this.intake.transferred(this);
  }

  /** The answer goes out: the peer is waited for again. */
  sending(): void {
    if (!this.ended) this.intake.transfer(this);
  }

  /** For the intake alone. */
  begun(now: number): void {
    this.since = now;
    this.transferred = 0;
  }

  /** Gives the room back; that may be done twice. */
  release(): void {
    if (this.ended) return;
    this.ended = true;
    this.intake.transferred(this);
    this.less(this.bytes);
  }

  isSlow(now: number): boolean {
    const ms = now - this.since;
    return ms > SLOW_FROM_MS && this.transferred < ms * SLOW_BYTES_PER_MS;
  }

  giveUp(): void {
    this.release();
    this.onGivenUp(new CollectorError('TOO_MUCH_IN_FLIGHT', SLOW));
  }
}
