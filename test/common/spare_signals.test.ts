import { onAbort } from '../../src/common/abort.js';
import { MAX_SPARE_SIGNALS, SpareSignals } from '../../src/common/spare_signals.js';

describe('the pool of abort signals', () => {
  const signals = new SpareSignals();

  test('reuses a signal that nothing waits for any more', () => {
    const controller = signals.acquire();
    onAbort(controller.signal, () => undefined)();
    signals.release(controller);
    expect(signals.acquire()).toBe(controller);
  });

  test('hands out a reused signal that can be waited for and aborted', () => {
    const controller = signals.acquire();
    signals.release(controller);
    expect(signals.acquire()).toBe(controller);
    let calls = 0;
    onAbort(controller.signal, () => calls++);
    controller.abort();
    expect(calls).toBe(1);
  });

  const left: [string, (controller: AbortController) => void][] = [
    [
      'something waits for it',
      ({ signal }) => {
        onAbort(signal, () => undefined);
      },
    ],
    [
      'something listens to it',
      ({ signal }) => {
        signal.addEventListener('abort', () => undefined);
      },
    ],
    [
      'it was aborted',
      (controller) => {
        controller.abort();
      },
    ],
  ];
  test.each(left)('does not reuse a signal if %s', (_, leave) => {
    const controller = signals.acquire();
    leave(controller);
    signals.release(controller);
    expect(signals.acquire()).not.toBe(controller);
  });

  test('hands out different signals to two callers', () => {
    expect(signals.acquire()).not.toBe(signals.acquire());
  });

  test('holds at most MAX_SPARE_SIGNALS signals', () => {
    const full = new SpareSignals();
    const taken = Array.from({ length: MAX_SPARE_SIGNALS + 1 }, () => full.acquire());
    for (const controller of taken) full.release(controller);
    const again = new Set(taken.map(() => full.acquire()));
    expect(taken.filter((controller) => again.has(controller)).length).toBe(MAX_SPARE_SIGNALS);
  });
});
