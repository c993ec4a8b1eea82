import { ATTRIBUTES } from '../../../src/dead_letters/dead_letter.js';
import { CONFIRM_MS, JUMP_MS } from '../../../src/local/retention/store_clock.js';
import { prefixOf } from '../../../src/coordinator/request_rules.js';
import { rejectionOf } from '../../codes.js';
import { registrationOf } from '../../../src/testing/coordinator_requests.js';
import { ended, HOUR_MS, PROJECT, Rig } from './rig.js';

const DAY_MS = 24 * HOUR_MS;
const MINUTE_MS = 60_000;

let rig: Rig;

beforeEach(() => {
  rig = new Rig({ maxAgeMs: DAY_MS });
});
afterEach(() => rig.destroy());

/** Has the retention look at everything. */
const look = () => rig.local.retention!.enforce();

async function pass(ms: number, everyMs = 5 * MINUTE_MS): Promise<void> {
  for (let left = ms; left > 0; left -= everyMs) {
    rig.nowMs += Math.min(left, everyMs);
    await look();
  }
}

async function restart(downMs: number): Promise<void> {
  await rig.local.close();
  rig.jumpedMs += downMs;
  rig.open();
}

const signal = new AbortController().signal;
const refused = () => [...rig.local.deadLetters.entries()].length;

async function refuse(text: string): Promise<void> {
  const attributes = { [ATTRIBUTES.code]: 'NO_DATA' };
  await rig.local.deadLetters.put({ data: Buffer.from(text), attributes }, signal);
}

/** Registers a stream past the state cache, with the secret of its prefix. */
async function registerAgain(path: string): Promise<void> {
  const { coordinator } = rig.local;
  const known = coordinator.prefix(PROJECT, prefixOf(path));
  const registration = registrationOf({ project: PROJECT, path });
  const secret = known?.secret ?? registration.secret;
  await coordinator.registerStream({ ...registration, secret }, Buffer.alloc(1), {});
}

describe('a clock that jumps two days ahead', () => {
  beforeEach(async () => {
    await rig.push('p', ended('ended'), { name: 'open', logs: ['log'] });
    await refuse('refused');
    await look();
  });

  test('and back after a minute: no stream and no refused message goes, which is logged once', async () => {
    rig.jumpedMs = 20 * DAY_MS;
    for (let second = 0; second < 60; second++) {
      rig.nowMs += 1000;
      await look();
    }
    rig.jumpedMs = 0;
    await pass(2 * HOUR_MS);
    expect(rig.records()).toEqual(['p/+/ended', 'p/+/open']);
    expect(refused()).toBe(1);
    expect(rig.warnings).toEqual([expect.stringMatching(/^the clock is 28800 minutes ahead/)]);
  });

  test('and is there for less than an hour: nothing goes', async () => {
    rig.jumpedMs = 2 * DAY_MS;
    await pass(CONFIRM_MS - MINUTE_MS);
    expect(rig.records()).toHaveLength(2);
  });

  test('and stays for an hour: it is confirmed, and what is too old goes', async () => {
    rig.jumpedMs = 2 * DAY_MS;
    await look();
    await pass(CONFIRM_MS);
    expect(rig.records()).toEqual([]);
  });

  test('and further each quarter of an hour: nothing goes until it stands', async () => {
    for (let n = 0; n < 16; n++) {
      rig.jumpedMs += 2 * DAY_MS;
      await pass(15 * MINUTE_MS);
    }
    expect(rig.records()).toHaveLength(2);
    await pass(CONFIRM_MS);
    expect(rig.records()).toEqual([]);
  });

  test('what is written meanwhile is as young as ever once it is confirmed', async () => {
    rig.jumpedMs = 2 * DAY_MS;
    await look();
    await rig.push('q', ended('new'), { name: 'open', logs: ['log'] });
    await pass(CONFIRM_MS + HOUR_MS);
    expect(rig.records()).toEqual(['q/+/new', 'q/+/open']);
    await pass(21 * HOUR_MS, HOUR_MS);
    expect(rig.records()).toEqual(['q/+/new', 'q/+/open']);
    await pass(3 * HOUR_MS);
    expect(rig.records()).toEqual([]);
  });

  test('a stream that was written meanwhile is as old as ever once the clock is back', async () => {
    rig.jumpedMs = 2 * DAY_MS;
    await rig.push('p', { name: 'open', logs: ['log'], index: 1 });
    rig.jumpedMs = 0;
    await rig.push('p', { name: 'open', logs: ['log'], index: 2 });
    await pass(26 * HOUR_MS, HOUR_MS);
    expect(rig.records()).toEqual([]);
  });

  test('a prefix does not expire: its streams are registered', async () => {
    rig.jumpedMs = 2 * DAY_MS;
    await rig.push('p', ended('late'), { name: 'open', logs: ['log'], index: 1 });
    await registerAgain('p/+/open');
    expect(rig.records()).toContain('p/+/late');
  });

  test('a prefix that is registered meanwhile takes streams for its whole time', async () => {
    rig.jumpedMs = 2 * DAY_MS;
    const prefix = { project: PROJECT, prefix: 'new' };
    await rig.local.coordinator.registerPrefix(prefix, {});
    await pass(CONFIRM_MS);
    await pass(22 * HOUR_MS, HOUR_MS);
    await registerAgain('new/+/a');
    await pass(2 * HOUR_MS);
    const { code } = await rejectionOf(registerAgain('new/+/b'));
    expect(code).toBe('COORDINATOR_REFUSED');
  });

  test('the registration of a prefix may be tried again for its quarter of an hour', async () => {
    const opNonce = Buffer.alloc(32, 1);
    const prefix = { project: PROJECT, prefix: 'nonce', opNonce };
    const first = await rig.local.coordinator.registerPrefix(prefix, {});
    rig.jumpedMs = 2 * DAY_MS;
    const again = await rig.local.coordinator.registerPrefix(prefix, {});
    expect(again.secret).toEqual(first.secret);
    rig.nowMs += 16 * MINUTE_MS;
    const { code } = await rejectionOf(rig.local.coordinator.registerPrefix(prefix, {}));
    expect(code).toBe('COORDINATOR_REFUSED');
  });
});

describe('a clock that jumps two days back', () => {
  test('what is written meanwhile does not go when it is back', async () => {
    await rig.push('p', ended('before'));
    await look();
    rig.jumpedMs = -2 * DAY_MS;
    await rig.push('q', ended('meanwhile'), { name: 'open', logs: ['log'] });
    await refuse('meanwhile');
    await pass(MINUTE_MS);
    rig.jumpedMs = 0;
    await pass(2 * HOUR_MS);
    expect(rig.records()).toEqual(['p/+/before', 'q/+/meanwhile', 'q/+/open']);
    expect(refused()).toBe(1);
  });

  test('and stays there: streams go when they are a day old', async () => {
    await rig.push('p', ended('before'));
    await look();
    rig.jumpedMs = -2 * DAY_MS;
    await rig.push('q', ended('meanwhile'));
    await pass(23 * HOUR_MS, HOUR_MS);
    expect(rig.records()).toHaveLength(2);
    await pass(2 * HOUR_MS, HOUR_MS);
    expect(rig.records()).toEqual([]);
  });
});

describe('a start', () => {
  beforeEach(async () => {
    await rig.push('p', ended('ended'), { name: 'open', logs: ['log'] });
    await look();
  });

  test('with a clock two days ahead: nothing goes before it has stood for an hour', async () => {
    await restart(2 * DAY_MS);
    await look();
    await pass(CONFIRM_MS - MINUTE_MS);
    expect(rig.records()).toHaveLength(2);
    expect(rig.warnings).toHaveLength(1);
    await pass(2 * MINUTE_MS);
    expect(rig.records()).toEqual([]);
  });

  test('with a clock that is ahead by less than a jump: it counts at once', async () => {
    await pass(DAY_MS - JUMP_MS / 2, HOUR_MS);
    await restart(JUMP_MS);
    await look();
    expect(rig.records()).toEqual(['p/+/open']);
    expect(rig.warnings.join()).not.toContain('the clock');
  });

  test('of many short ones, hours apart: the hour adds up', async () => {
    for (let n = 0; n < 11; n++) {
      await restart(8 * HOUR_MS);
      await look();
      await pass(5 * MINUTE_MS, MINUTE_MS);
    }
    expect(rig.records()).toHaveLength(2);
    for (let n = 0; n < 3; n++) {
      await restart(8 * HOUR_MS);
      await look();
      await pass(5 * MINUTE_MS, MINUTE_MS);
    }
    expect(rig.records()).toEqual([]);
  });
});

test('a prefix expires at its time where the clock does not jump', async () => {
  await registerAgain('p/+/a');
  await pass(DAY_MS, HOUR_MS);
  const { code } = await rejectionOf(registerAgain('p/+/b'));
  expect(code).toBe('COORDINATOR_REFUSED');
});
