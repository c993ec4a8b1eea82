import { CANARY } from './canary.js';

/** Loaded before the function's own code (`--require`): a bug that shows at a signal, and that nobody catches. */
process.on('SIGUSR2', () => {
  const bug = new RangeError(`bad value ${CANARY.toString()}`);
  if (process.env.CRASH === 'rejection') void Promise.reject(bug);
  else throw bug;
});
