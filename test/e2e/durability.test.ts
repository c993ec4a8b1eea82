import { expectNoCanary } from './canary.js';
import { runDurability } from './durability.js';
import { describeOnPubsub } from './pubsub.js';

describeOnPubsub('what Pub/Sub delivers to Bigtable', (pubsub) => {
  // `node build/test/e2e/durability_main.js` does the same with 20,000 messages of 2,000 streams, and more kills.
  test.each(['conditional', 'grouped'] as const)(
    'is stored once and whole by %s writes, while function and table are killed, and when it comes again',
    async (writes) => {
      const told: string[] = [];
      const { output, nacks, ...found } = await runDurability(pubsub(), {
        launcher: writes === 'grouped' ? 'start' : 'functions-framework',
        writes,
        prefixes: 10,
        streamsAPrefix: 8,
        messagesAPrefix: 15,
        functionKills: 2,
        tableKills: 1,
        seed: 1,
        tell: (text) => told.push(text),
      });
      expect(found).toEqual({
        lost: [],
        wrong: [],
        unreadable: [],
        changed: [],
        unreadableRecut: [],
      });
      expect(told.filter((text) => text.includes('kill -9'))).toHaveLength(3);
      // Something was under way each time: else the kills would have shown nothing.
      expect(nacks).toBeGreaterThan(2);
      expectNoCanary(output);
    },
  );
});
