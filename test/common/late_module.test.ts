import { lateModule } from '../../src/common/late_module.js';
import { CollectorError } from '../../src/common/errors.js';

function emfile(): Error {
  return Object.assign(new Error('EMFILE: open /secret/place'), { code: 'EMFILE' });
}

describe('a late module', () => {
  test('is loaded by the first call, once', () => {
    const load = jest.fn(() => ({ answer: 42 }));
    const late = lateModule(load, 'the answer');
    expect(late.loaded).toBeUndefined();
    expect(load).not.toHaveBeenCalled();
    expect(late.get()).toBe(late.get());
    expect(late.loaded).toEqual({ answer: 42 });
    expect(load).toHaveBeenCalledTimes(1);
  });

  test('that fails to load: a retryable error without a path, reported once, and a later call loads it', () => {
    let failures = 3;
    const load = () => {
      if (failures-- > 0) throw emfile();
      return 'loaded';
    };
    const errors: CollectorError[] = [];
    const late = lateModule(load, 'the part', (error) => errors.push(error));
    for (let call = 0; call < 3; call++) expect(() => late.get()).toThrow(CollectorError);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ code: 'MODULE_FAILED', retryable: true });
    expect(errors[0]!.message).toMatch(/^the part cannot be loaded: EMFILE; /);
    expect(late.loaded).toBeUndefined();
    expect(late.get()).toBe('loaded');
  });

  test.each([[new TypeError('x')], ['text'], [undefined], [null]])(
    'that throws %p: the same error',
    (thrown: unknown) => {
      const load = jest.fn(() => {
        throw thrown as Error;
      });
      expect(() => lateModule(load, 'the part').get()).toThrow('the part cannot be loaded: ');
    },
  );
});
