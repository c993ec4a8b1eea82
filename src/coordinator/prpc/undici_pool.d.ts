/** The pool alone: the root of the package takes 150 ms to load, and the pool 50 ms. */
declare module 'undici/lib/dispatcher/pool.js' {
  import { Pool } from 'undici';
  export = Pool;
}
