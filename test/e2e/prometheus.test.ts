import { buildMessage } from '../../src/testing/message.js';
import { INSTRUMENTS, type Instrument } from '../../src/telemetry/instruments.js';
import { FunctionProcess, temporaryFolder } from './function.js';

const GOOD = buildMessage({ streams: [{ name: 'a', logs: ['one', 'two'] }] });
const EMPTY = new Uint8Array(0);

async function serve<T>(
  env: NodeJS.ProcessEnv,
  use: (served: FunctionProcess) => Promise<T>,
): Promise<T> {
  const folder = temporaryFolder();
  const served = await FunctionProcess.start('serve', folder.path, env);
  try {
    return await use(served);
  } finally {
    await served.end('SIGTERM');
    folder.remove();
  }
}

/** As Prometheus spells it. */
function spelled({ name, kind }: Instrument): string {
  const plain = name.replaceAll(/[^a-z_]/g, '_');
  if (kind === 'histogram') return `${plain}_count`;
  return kind === 'counter' ? `${plain}_total` : plain;
}

describe('GET /metrics of serve', () => {
  test('with METRICS_SERVE=1: has the figures of OTLP in the format of Prometheus', async () => {
    await serve({ METRICS_SERVE: '1' }, async (served) => {
      expect((await served.push(GOOD)).status).toBe(204);
      expect((await served.push(Buffer.from('junk'))).status).toBe(200);
      const { status, text } = await served.send(EMPTY, {}, 'GET', '/metrics');
      expect(status).toBe(200);
      expect(text).toMatch(/^logdog_collector_logs_total\S* 2\b/m);
      expect(text).toMatch(/^logdog_collector_subscription_count_total\{result="success"\S* 1\b/m);
      expect(text).toMatch(/^logdog_collector_subscription_count_total\{result="failure"\S* 1\b/m);
      // Nothing came again, and nothing was compressed.
      const missing = Object.values<Instrument>(INSTRUMENTS)
        .filter((one) => one !== INSTRUMENTS.retries && one !== INSTRUMENTS.inflateTime)
        .map(spelled)
        .filter((name) => !new RegExp(`^${name}\\b`, 'm').test(text));
      expect(missing).toEqual([]);
      // Counted on, and not anew each time.
      const again = await served.send(EMPTY, {}, 'GET', '/metrics?x=1');
      expect(again.text).toMatch(/^logdog_collector_logs_total\S* 2\b/m);
    });
  });

  test('without METRICS_SERVE: says the state, as every other path', async () => {
    await serve({}, async (served) => {
      const { text } = await served.send(EMPTY, {}, 'GET', '/metrics');
      expect(text).toContain('LogDog Collector: running');
    });
  });
});
