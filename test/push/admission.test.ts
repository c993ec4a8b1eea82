import { CollectorError } from '../../src/common/errors.js';
import { AdmissionControl } from '../../src/push/admission.js';
import { PUSH_BYTES } from '../../src/push/limits.js';

const BODY = 100_000;
const ROOM = 2 * (PUSH_BYTES + BODY);

let now: number;
let givenUp: CollectorError[];

beforeEach(() => {
  now = 0;
  givenUp = [];
});

function intakeOf(bytes: number): AdmissionControl {
  return new AdmissionControl(bytes, () => now);
}

function begin(admission: AdmissionControl) {
  const reservation = admission.reserve((reason) => givenUp.push(reason));
  reservation.begin(BODY);
  return reservation;
}

describe('the memory budget of pushes', () => {
  test('is reserved up to the last byte, and a push in excess is refused', () => {
    const admission = intakeOf(ROOM + BODY);
    const first = begin(admission);
    begin(admission);
    const tooMuch = expect.objectContaining({ code: 'TOO_MUCH_IN_FLIGHT' }) as Error;
    expect(() => begin(admission)).toThrow(tooMuch);
    first.more(BODY);
    expect(() => {
      first.more(1);
    }).toThrow(tooMuch);
  });

  test('is free again when a push releases its reservation, once', () => {
    const admission = intakeOf(ROOM);
    const reservations = [begin(admission), begin(admission)];
    for (const reservation of [...reservations, ...reservations]) reservation.release();
    begin(admission);
    begin(admission);
    expect(() => begin(admission)).toThrow();
  });

  test('bounds the number of pushes, also of those without a body', () => {
    const admission = intakeOf(10 * PUSH_BYTES);
    for (let push = 0; push < 10; push++) admission.reserve(() => undefined).begin(0);
    expect(() => {
      admission.reserve(() => undefined).begin(0);
    }).toThrow();
  });

  test('is taken from pushes whose bodies come too slowly when another needs it, and from no others', () => {
    const admission = intakeOf(2 * ROOM);
    const [slow, fast, done] = [
      begin(admission),
      begin(admission),
      begin(admission),
      begin(admission),
    ];
    done.complete();
    slow.came(200_000);
    fast.came(300_000);
    now = 2000;
    begin(admission);
    const reason = expect.objectContaining({ code: 'TOO_MUCH_IN_FLIGHT' }) as Error;
    // The fourth has sent nothing at all.
    expect(givenUp).toEqual([reason, reason]);
    slow.release();
    begin(admission);
    expect(() => begin(admission)).toThrow();
  });

  test('is left to a slow body while no other push needs it, and for a second in any case', () => {
    const admission = intakeOf(ROOM);
    begin(admission);
    now = 60_000;
    begin(admission);
    expect(givenUp).toEqual([]);
    now = 60_900;
    begin(admission);
    expect(givenUp).toHaveLength(1);
    expect(() => begin(admission)).toThrow();
  });

  test('is taken from an answer that its peer reads too slowly when another request needs it', () => {
    const admission = intakeOf(2 * ROOM);
    const [slow, fast] = [begin(admission), begin(admission), begin(admission), begin(admission)];
    slow.complete();
    slow.sending();
    fast.complete();
    fast.sending();
    now = 2000;
    fast.came(300_000);
    begin(admission);
    // Those whose bodies do not come are slow, too.
    expect(givenUp).toHaveLength(3);
    expect(() => {
      slow.more(1);
    }).toThrow();
  });

  test('is released in parts, and never more than was reserved', () => {
    const admission = intakeOf(ROOM);
    const reservation = begin(admission);
    reservation.less(BODY);
    reservation.less(ROOM);
    expect(admission.takenBytes).toBe(0);
    reservation.release();
    expect(admission.takenBytes).toBe(0);
  });
});
