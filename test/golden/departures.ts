/** Where this project departs from the reference on purpose, as far as a line of a golden file can show it. */
export const DEPARTURES = {
  1: 'an entry without a descriptor is bad input',
  2: 'every code that does not say bad input is retried',
  4: 'a stream is terminated only after its logs are stored, or refused for good',
  5: 'putting rows goes on past one that exists',
  6: 'frames are whole, nothing follows them, and exactly 10 MiB are accepted',
  7: 'undecodable messages and wrong secrets count as failure',
  9: 'stream indices past 2^63-1 are bad input',
  11: 'tail goes on through overlapping rows',
  12: 'get finds what a row that sorts later holds',
} as const;

export type Departure = keyof typeof DEPARTURES;

/** Those that a Collector shows; the others are the storage's. */
export const COLLECTOR_DEPARTURES: readonly Departure[] = [1, 2, 4, 5, 6, 7, 9];
