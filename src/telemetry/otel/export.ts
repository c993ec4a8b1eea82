import { MetricReader } from '@opentelemetry/sdk-metrics';
import { lateProxied } from '../../http/bounded_fetch.js';
import { proxyFor } from '../../http/proxy.js';

/** How an exporter ends: 0 is success. */
interface ExportResult {
  readonly code: number;
  readonly error?: Error;
}

interface Exporter<T> {
  export(items: T, onResult: (result: ExportResult) => void): void;
}

/** Returns what an exporter needs to reach a URL: through the proxy of the environment, where there is one for it. */
export function receiverOptions(url: string) {
  const proxy = proxyFor(url);
  if (proxy === undefined) return { url };
  return { url, httpAgentOptions: () => lateProxied.get().agentThrough(proxy) };
}

/** Sends by an exporter. Rejects with what it says. */
export function exportBy<T>(exporter: Exporter<T>, items: T): Promise<void> {
  return new Promise((resolve, reject) => {
    exporter.export(items, ({ code, error }) => {
      if (code === 0) resolve();
      else reject(error ?? new Error('the exporter failed'));
    });
  });
}

/** Hands the metrics out when they are asked for, and never by itself: its owner says when they are sent. */
export class AskedReader extends MetricReader {
  protected onForceFlush(): Promise<void> {
    return Promise.resolve();
  }

  protected onShutdown(): Promise<void> {
    return Promise.resolve();
  }
}
