import { parseArgs } from 'node:util';
import { CANARY, CANARY_LOG } from './canary.js';
import { runDurability } from './durability.js';
import { LAUNCHERS } from './function.js';
import { Pubsub } from './pubsub.js';

/**
 * The test of `durability.test.ts` at full size, on the emulators of Pub/Sub and Bigtable:
 * node build/test/e2e/durability_main.js [--messages N] [--prefixes N] [--function-kills N] [--table-kills N] [--seed S]
 * [--writes conditional|grouped] [--launcher start|functions-framework]
 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      messages: { type: 'string', default: '20000' },
      prefixes: { type: 'string', default: '200' },
      'function-kills': { type: 'string', default: '5' },
      'table-kills': { type: 'string', default: '2' },
      seed: { type: 'string', default: String(Date.now() % 0x8000_0000) },
      writes: { type: 'string', default: 'conditional' },
      launcher: { type: 'string', default: 'functions-framework' },
    },
  });
  const launcher = LAUNCHERS.find((one) => one === values.launcher) ?? 'functions-framework';
  const writes = values.writes === 'grouped' ? 'grouped' : 'conditional';
  const prefixes = Number(values.prefixes);
  const options = {
    launcher,
    writes,
    prefixes,
    streamsAPrefix: 10,
    messagesAPrefix: Math.ceil(Number(values.messages) / prefixes),
    functionKills: Number(values['function-kills']),
    tableKills: Number(values['table-kills']),
    seed: Number(values.seed),
    tell: (text: string) => {
      console.log(text);
    },
  } as const;
  const streams = prefixes * options.streamsAPrefix;
  const messages = prefixes * options.messagesAPrefix;
  const how = `${writes} writes, started by ${launcher}, seed ${options.seed}`;
  console.log(`${messages} messages of ${streams} streams, ${how}`);
  const pubsub = await Pubsub.start();
  const { output, nacks, ...found } = await runDurability(pubsub, options).finally(() =>
    pubsub.stop(),
  );
  const printed = [CANARY.toString(), CANARY_LOG].some((text) => output.includes(text));
  if (printed) console.log('the output has a secret in it');
  let problems = printed ? 1 : 0;
  for (const [what, list] of Object.entries(found)) {
    console.log(`${what}: ${list.length}`);
    for (const one of list.slice(0, 10)) console.log(`  ${one}`);
    problems += list.length;
  }
  console.log(`${nacks} pushes were not acked at first`);
  return problems === 0 ? 0 : 1;
}

void main().then((code) => {
  process.exitCode = code;
});
