/** What the Go Collector took for a message: CPU µs of its process, on a machine where the floor took `floorUs`. */
export interface Baseline {
  /** By which the same message is known again. */
  readonly messageBytes: number;
  readonly floorUs: number;
  /** State cache warm, rows on the Bigtable emulator, 16 messages at once. */
  readonly withBigtableUs: number;
}

/** By workload. */
export const BASELINES: Readonly<Record<string, Baseline>> = {
  tiny: { messageBytes: 630, floorUs: 1.5, withBigtableUs: 180 },
  typical: { messageBytes: 7652, floorUs: 37, withBigtableUs: 967 },
  wide: { messageBytes: 115_888, floorUs: 521, withBigtableUs: 74_832 },
  busy: { messageBytes: 602_529, floorUs: 4402, withBigtableUs: 25_121 },
  datagram: { messageBytes: 1_399_711, floorUs: 8175, withBigtableUs: 34_703 },
  binary: { messageBytes: 4_189_670, floorUs: 1982, withBigtableUs: 18_350 },
  max: { messageBytes: 4_816_039, floorUs: 26_650, withBigtableUs: 327_574 },
};
