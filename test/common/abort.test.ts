import { abortReason, onAbort, untilAborted } from '../../src/common/abort.js';
import { CollectorError } from '../../src/common/errors.js';

describe('abortReason', () => {
  test('is the reason where that is a retryable error of the catalogue', () => {
    const reason = new CollectorError('DEADLINE');
    expect(abortReason(AbortSignal.abort(reason))).toBe(reason);
  });

  test('is CANCELLED, with the reason as its cause, where it is anything else', () => {
    const reason = new Error('tired');
    const error = abortReason(AbortSignal.abort(reason));
    expect([error.code, error.cause]).toEqual(['CANCELLED', reason]);
  });

  test('is CANCELLED where the reason is bad input, for what was aborted was not refused', () => {
    const { code, retryable } = abortReason(AbortSignal.abort(new CollectorError('BAD_LOG')));
    expect([code, retryable]).toEqual(['CANCELLED', true]);
  });
});

describe('onAbort', () => {
  test('calls back once, when the signal is aborted', () => {
    const controller = new AbortController();
    let calls = 0;
    onAbort(controller.signal, () => calls++);
    expect(calls).toBe(0);
    controller.abort();
    expect(calls).toBe(1);
  });

  test('does not call back a waiter that has stopped waiting, even in another callback', () => {
    const controller = new AbortController();
    const called: string[] = [];
    const stops: (() => void)[] = [];
    onAbort(controller.signal, () => {
      called.push('first');
      for (const stop of stops) stop();
    });
    stops.push(onAbort(controller.signal, () => called.push('second')));
    onAbort(controller.signal, () => called.push('third'));
    controller.abort();
    expect(called).toEqual(['first', 'third']);
  });

  test('puts one listener on a signal, however many wait, and takes it off with the last', () => {
    const { signal } = new AbortController();
    const added = jest.spyOn(signal, 'addEventListener');
    const removed = jest.spyOn(signal, 'removeEventListener');
    const stops = Array.from({ length: 1000 }, () => onAbort(signal, () => undefined));
    expect(added).toHaveBeenCalledTimes(1);
    const last = stops.pop()!;
    for (const stop of stops) stop();
    expect(removed).not.toHaveBeenCalled();
    last();
    last();
    expect(removed).toHaveBeenCalledTimes(1);
  });

  test('works again on a signal whose waiters have all stopped waiting', () => {
    const controller = new AbortController();
    onAbort(controller.signal, () => undefined)();
    let calls = 0;
    onAbort(controller.signal, () => calls++);
    controller.abort();
    expect(calls).toBe(1);
  });
});

describe('untilAborted', () => {
  const never = new Promise<never>(() => undefined);

  test('without a signal, is the promise of the work itself', () => {
    expect(untilAborted(never, undefined)).toBe(never);
  });

  test('settles as the work does if that ends first', async () => {
    const { signal } = new AbortController();
    await expect(untilAborted(Promise.resolve(1), signal)).resolves.toBe(1);
    await expect(untilAborted(Promise.reject(new Error('no')), signal)).rejects.toThrow('no');
  });

  test('rejects with the reason of the signal if the work does not end', async () => {
    const controller = new AbortController();
    const waiting = untilAborted(never, controller.signal);
    controller.abort(new CollectorError('DEADLINE'));
    await expect(waiting).rejects.toMatchObject({ code: 'DEADLINE' });
  });

  test('rejects at once if the signal is aborted already', async () => {
    await expect(untilAborted(never, AbortSignal.abort())).rejects.toMatchObject({
      code: 'CANCELLED',
    });
  });
});
