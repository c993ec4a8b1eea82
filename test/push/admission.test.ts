import { CollectorError } from '../../src/common/errors.js';
import { Intake } from '../../src/push/admission.js';
import { PUSH_BYTES } from '../../src/push/limits.js';

const BODY = 100_000;
const ROOM = 2 * (PUSH_BYTES + BODY);

let now: number;
let givenUp: CollectorError[];

beforeEach(() => {
  now = 0;
  givenUp = [];
});

function intakeOf(bytes: number): Intake {
  return new Intake(bytes, () => now);
}

function begin(intake: Intake) {
  const share = intake.open((reason) => givenUp.push(reason));
  share.begin(BODY);
  return share;
}

describe('the room for pushes', () => {
  test('is taken to the last byte, and refused past it', () => {
    const intake = intakeOf(ROOM + BODY);
    const first = begin(intake);
    begin(intake);
    const tooMuch = expect.objectContaining({ code: 'TOO_MUCH_IN_FLIGHT' }) as Error;
    expect(() => begin(intake)).toThrow(tooMuch);
    first.more(BODY);
    expect(() => {
      first.more(1);
    }).toThrow(tooMuch);
  });

  test('is there again when a push gives it back, once', () => {
    const intake = intakeOf(ROOM);
    const shares = [begin(intake), begin(intake)];
    for (const share of [...shares, ...shares]) share.release();
    begin(intake);
    begin(intake);
    expect(() => begin(intake)).toThrow();
  });

  test('bounds how many pushes there are, also of those without a body', () => {
    const intake = intakeOf(10 * PUSH_BYTES);
    for (let push = 0; push < 10; push++) intake.open(() => undefined).begin(0);
    expect(() => {
      intake.open(() => undefined).begin(0);
    }).toThrow();
  });

  test('is taken from those whose bodies come too slowly when another needs it, and from no other', () => {
    const intake = intakeOf(2 * ROOM);
    const [slow, fast, done] = [begin(intake), begin(intake), begin(intake), begin(intake)];
    done.complete();
    slow.came(200_000);
    fast.came(300_000);
    now = 2000;
    begin(intake);
    const reason = expect.objectContaining({ code: 'TOO_MUCH_IN_FLIGHT' }) as Error;
    // The fourth has sent nothing at all.
    expect(givenUp).toEqual([reason, reason]);
    slow.release();
    begin(intake);
    expect(() => begin(intake)).toThrow();
  });

  test('is left to a slow body while nobody needs it, and for a second in any case', () => {
    const intake = intakeOf(ROOM);
    begin(intake);
    now = 60_000;
    begin(intake);
    expect(givenUp).toEqual([]);
    now = 60_900;
    begin(intake);
    expect(givenUp).toHaveLength(1);
    expect(() => begin(intake)).toThrow();
  });

  test('an answer that is slow to be taken is given up where another request needs its memory', () => {
    const intake = intakeOf(2 * ROOM);
    const [slow, fast] = [begin(intake), begin(intake), begin(intake), begin(intake)];
    slow.complete();
    slow.sending();
    fast.complete();
    fast.sending();
    now = 2000;
    fast.came(300_000);
    begin(intake);
    // Those whose bodies do not come are slow, too.
    expect(givenUp).toHaveLength(3);
    expect(() => {
      slow.more(1);
    }).toThrow();
  });

  test('a part of a share is given back, and no more than the share has', () => {
    const intake = intakeOf(ROOM);
    const share = begin(intake);
    share.less(BODY);
    share.less(ROOM);
    expect(intake.takenBytes).toBe(0);
    share.release();
    expect(intake.takenBytes).toBe(0);
  });
});
