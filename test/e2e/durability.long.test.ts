import { bigtableSettings } from './bigtable_function.js';
import { expectNoCanary } from './canary.js';
import { CONTENT_TYPES } from './content_types.js';
import { type BodySize, DeliveredBodies } from './delivered_bodies.js';
import { runDurability } from './durability.js';
import { folderOfSuite, FunctionProcess, type Launcher, LAUNCHERS } from './function.js';
import { describeOnPubsub, publish } from './pubsub.js';
import { PushRelay } from './push_relay.js';

/** Every launcher, and bodies of all sizes with each content type, are for `LOAD=full npx jest e2e/durability`. */
const FULL = process.env.LOAD === 'full';
const SIZES: readonly BodySize[] = ['small', 'middle', 'largest'];
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_000);

describeOnPubsub('what Pub/Sub delivers to Bigtable', (pubsub, emulator) => {
  const folder = folderOfSuite();

  beforeAll(() => {
    console.info(`delivered bodies: SEED=${seed}`);
  });

  /** A function over a table of its own. */
  async function start(launcher: Launcher) {
    const table = await emulator().createTable();
    const settings = bigtableSettings(table, 'conditional');
    const collect = await FunctionProcess.start(launcher, folder, settings);
    return { collect, cells: () => emulator().cells(table) };
  }

  test.each(FULL ? LAUNCHERS : (['serve'] as const))(
    'is stored byte for byte up to bundles of 10 MiB, pushed as its emulator wraps them to the function started by %s',
    async (launcher) => {
      const { collect, cells } = await start(launcher);
      const topic = await pubsub().topic(`http://127.0.0.1:${collect.port}/`);
      const bodies = new DeliveredBodies();
      await bodies.addReal();
      for (const size of SIZES) bodies.addRandom(size, `${launcher}/wrapped/${size}`, seed);
      await publish([topic], bodies.messages);
      await collect.until(async () => (await cells()).size >= bodies.rows.size);
      expect(bodies.wrongRows(await cells())).toEqual([]);
      await collect.end('SIGKILL');
    },
  );

  test.each(FULL ? LAUNCHERS : (['functions-framework'] as const))(
    'is stored byte for byte without its wrapper, whatever the content type, by the function started by %s',
    async (launcher) => {
      const { collect, cells } = await start(launcher);
      const relay = await PushRelay.start();
      const types = new Set<string | undefined>();
      relay.onPush = ({ contentType }) => types.add(contentType);
      relay.port = collect.port;
      const topic = await pubsub().topic(relay.endpoint('unwrapped'));
      const all = new DeliveredBodies();
      for (const [number, type] of CONTENT_TYPES.entries()) {
        const bodies = new DeliveredBodies();
        if (number === 0) await bodies.addReal();
        for (const size of FULL || number === 0 ? SIZES : SIZES.slice(0, 2)) {
          bodies.addRandom(size, `${launcher}/${number}/${size}`, seed + number);
        }
        const attributes = type === undefined ? {} : { 'content-type': type };
        await relay.ackedOf(await publish([topic], bodies.messages, attributes));
        all.addAll(bodies);
      }
      expect(types).toEqual(new Set(CONTENT_TYPES));
      expect(all.wrongRows(await cells())).toEqual([]);
      await relay.stop();
      await collect.end('SIGKILL');
    },
  );

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
