import { Chain, type Link } from '../common/chain.js';
import { CollectorError } from '../common/errors.js';
import type { BodyMemory } from '../http/body.js';
import { Semaphore } from '../common/semaphore.js';
import { PUSH_BYTES } from './limits.js';

/** A transfer that is slower could not move a large body within any deadline. */
const SLOW_BYTES_PER_MS = 128;
/** The time, in ms, before a transfer can be found slow. */
const SLOW_FROM_MS = 1000;

/**
 * Bounds the memory of requests while they are under way: of pushes MAX_IN_FLIGHT_BYTES. A request whose body is slow to
 * come, or whose answer is slow to be taken, holds its memory only as long as no other request needs it.
 */
export class AdmissionControl {
  readonly inFlight: Semaphore;
  /** The requests that wait for their peers, for reservations: bodies that are coming, and answers that are going out. */
  readonly transfers = new Chain<Reservation>();

  constructor(
    private readonly maxBytes: number,
    readonly now: () => number = () => performance.now(),
  ) {
    this.inFlight = new Semaphore(maxBytes);
  }

  get takenBytes(): number {
    return this.inFlight.used;
  }

  /**
   * Makes the reservation of one request, to be released when the request is done with.
   *
   * @param giveUp is called when the reservation is revoked; it must end the request
   */
  reserve(giveUp: (reason: CollectorError) => void): Reservation {
    return new Reservation(this, giveUp);
  }

  /** For reservations only. @throws CollectorError TOO_MUCH_IN_FLIGHT */
  acquire(bytes: number): void {
    if (this.inFlight.tryAcquire(bytes)) return;
    this.giveUpSlow();
    if (this.inFlight.tryAcquire(bytes)) return;
    const why = `too many bytes are under way: MAX_IN_FLIGHT_BYTES is ${this.maxBytes}`;
    throw new CollectorError('TOO_MUCH_IN_FLIGHT', why);
  }

  /** Gives up the requests whose peers are slow to send or to take. */
  giveUpSlow(): void {
    const now = this.now();
    for (const reservation of this.transfers) if (reservation.isSlow(now)) reservation.giveUp();
  }
}

const SLOW = 'the body was sent, or the answer was read, too slowly while others needed its memory';

/** The memory that one request has reserved. */
export class Reservation implements BodyMemory {
  /** Its place among the transfers, while its peer is waited for. */
  private link: Link<Reservation> | undefined;
  private bytes = 0;
  private since = 0;
  private transferred = 0;
  private ended = false;

  constructor(
    private readonly admission: AdmissionControl,
    private readonly onGivenUp: (reason: CollectorError) => void,
  ) {
    this.sending();
  }

  /** Reserves memory for the first bytes of a body and for the request itself. @throws as `more` */
  begin(bodyBytes: number): void {
    this.more(PUSH_BYTES + bodyBytes);
  }

  /** @throws CollectorError TOO_MUCH_IN_FLIGHT if too few bytes are free */
  more(bytes: number): void {
    if (this.ended) throw new CollectorError('TOO_MUCH_IN_FLIGHT', SLOW);
    this.admission.acquire(bytes);
    this.bytes += bytes;
  }

  less(bytes: number): void {
    const given = Math.min(bytes, this.bytes);
    this.bytes -= given;
    this.admission.inFlight.release(given);
  }

  /** Counts bytes that were received, or that the peer has read. */
  came(bytes: number): void {
    this.transferred += bytes;
  }

  /** The peer is waited for, from now on: the body comes, or the answer goes out. */
  sending(): void {
    if (this.ended) return;
    this.since = this.admission.now();
    this.transferred = 0;
    this.link ??= this.admission.transfers.add(this);
  }

  /** All is transferred: the peer is not waited for. */
  complete(): void {
    if (this.link !== undefined) this.admission.transfers.remove(this.link);
    this.link = undefined;
  }

  /** Releases the whole reservation; has no effect the second time. */
  release(): void {
    if (this.ended) return;
    this.ended = true;
    this.complete();
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
