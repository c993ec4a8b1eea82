import { parseArgs } from 'node:util';
import { CANARY, CANARY_LOG } from './canary.js';
import { LAUNCHERS, temporaryFolder } from './function.js';
import { pushThroughKills } from './kill.js';

/**
 * The test of `kill.test.ts` at full size: node build/test/e2e/kill_main.js [--pushes N] [--kills N] [--seed S]
 * [--launcher start|functions-framework|serve] [--signal SIGKILL|SIGTERM]
 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      pushes: { type: 'string', default: '10000' },
      kills: { type: 'string', default: '20' },
      seed: { type: 'string', default: String(Date.now() % 0x8000_0000) },
      launcher: { type: 'string', default: 'functions-framework' },
      signal: { type: 'string', default: 'SIGKILL' },
    },
  });
  const launcher = LAUNCHERS.find((one) => one === values.launcher) ?? 'functions-framework';
  const signal = values.signal === 'SIGTERM' ? 'SIGTERM' : 'SIGKILL';
  const [pushes, kills, seed] = [values.pushes, values.kills, values.seed].map(Number);
  console.log(
    `${pushes!} pushes, ${kills!} kills by ${signal}, seed ${seed!}, started by ${launcher}`,
  );
  const folder = temporaryFolder();
  const report = await pushThroughKills({
    launcher,
    dataDir: folder.path,
    pushes: pushes!,
    kills: kills!,
    seed: seed!,
    signal,
    onKill: (kill, acked) => {
      console.log(`kill ${kill} after ${acked} acks`);
    },
  });
  folder.remove();
  const printed = [CANARY.toString(), CANARY_LOG].some((text) => report.output.includes(text));
  const { streams, retries, lost, ends } = report;
  console.log(`${streams} streams acked, ${retries} retries, ${lost.length} lost`);
  const bad = ends.filter(({ how }) => signal === 'SIGTERM' && how !== 0);
  const ms = ends.map((end) => end.ms).sort((one, other) => one - other);
  console.log(
    `${ends.length} ends, ${bad.length} of them not with 0; median ${ms[ms.length >> 1]?.toFixed()} ms, longest ${ms.at(-1)?.toFixed()} ms`,
  );
  for (const path of lost.slice(0, 20)) console.log(`lost: ${path}`);
  if (printed) console.log('the output has a secret in it');
  return lost.length > 0 || bad.length > 0 || printed ? 1 : 0;
}

void main().then((code) => {
  process.exitCode = code;
});
