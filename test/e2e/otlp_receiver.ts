import type { ServerResponse } from 'node:http';
import { type HttpRequest, HttpServer } from '../fakes/http_server.js';

/** A value of OTLP's JSON, as far as our labels have them. */
type AnyValue = Readonly<{ stringValue?: string; boolValue?: boolean; intValue?: number }>;
type KeyValues = readonly Readonly<{ key: string; value: AnyValue }>[];

interface DataPoint {
  readonly attributes: KeyValues;
  readonly asInt?: number;
  readonly asDouble?: number;
  readonly count?: number;
  readonly sum?: number;
  readonly explicitBounds?: readonly number[];
}

interface Metric {
  readonly name: string;
  readonly unit: string;
  readonly description: string;
  readonly sum?: Readonly<{ dataPoints: readonly DataPoint[] }>;
  readonly gauge?: Readonly<{ dataPoints: readonly DataPoint[] }>;
  readonly histogram?: Readonly<{ dataPoints: readonly DataPoint[] }>;
}

/** A metric as it came last: the points by their labels, such as `code=BAD_LOG`. */
export interface ReceivedMetric {
  readonly name: string;
  readonly unit: string;
  readonly help: string;
  readonly kind: 'counter' | 'gauge' | 'histogram';
  readonly labels: readonly string[];
  readonly points: ReadonlyMap<string, Point>;
}

export interface Point {
  /** The value, or how many there were. */
  readonly count: number;
  readonly sum: number | undefined;
}

export interface ReceivedSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | undefined;
  readonly attributes: Readonly<Record<string, unknown>>;
}

type Answer = (response: ServerResponse) => void;

const answers: Answer = (response) => {
  response.setHeader('content-type', 'application/json');
  response.end('{}');
};

/** Takes OTLP over HTTP as JSON, as a collector of OpenTelemetry does. */
export class OtlpReceiver {
  /** Everything that came, as it came. */
  text = '';
  /** How many requests came, by path. */
  readonly requests = new Map<string, number>();
  readonly spans: ReceivedSpan[] = [];
  readonly resources: Record<string, unknown>[] = [];
  private latest: readonly Metric[] = [];
  private server!: HttpServer;

  /** @param answer does what a test says; default: a success */
  constructor(private readonly answer: Answer = answers) {}

  async listen(): Promise<this> {
    this.server = await HttpServer.start((request, response) => {
      this.take(request);
      this.answer(response);
    });
    return this;
  }

  get url(): string {
    return `http://${this.server.host}`;
  }

  get metrics(): ReceivedMetric[] {
    return this.latest.map(read);
  }

  close(): Promise<void> {
    return this.server.stop();
  }

  private take({ path, body }: HttpRequest): void {
    const text = body.toString();
    this.text += text;
    this.requests.set(path, (this.requests.get(path) ?? 0) + 1);
    const { resourceMetrics, resourceSpans } = JSON.parse(text) as Body;
    for (const { resource, scopeMetrics } of resourceMetrics ?? []) {
      this.resources.push(record(resource.attributes));
      this.latest = scopeMetrics.flatMap(({ metrics }) => metrics);
    }
    for (const { scopeSpans } of resourceSpans ?? []) {
      for (const span of scopeSpans.flatMap(({ spans }) => spans)) {
        this.spans.push({ ...span, attributes: record(span.attributes) });
      }
    }
  }
}

interface Body {
  readonly resourceMetrics?: readonly {
    readonly resource: { readonly attributes: KeyValues };
    readonly scopeMetrics: readonly { readonly metrics: readonly Metric[] }[];
  }[];
  readonly resourceSpans?: readonly {
    readonly scopeSpans: readonly {
      readonly spans: readonly (Omit<ReceivedSpan, 'attributes'> & { attributes: KeyValues })[];
    }[];
  }[];
}

function read({ name, unit, description, sum, gauge, histogram }: Metric): ReceivedMetric {
  const kind = histogram ? 'histogram' : gauge ? 'gauge' : 'counter';
  const { dataPoints } = (histogram ?? gauge ?? sum)!;
  const points = new Map(dataPoints.map((point) => [labelsOf(point), valueOf(point)]));
  const labels = dataPoints.flatMap(({ attributes }) => attributes.map(({ key }) => key));
  return { name, unit, help: description, kind, labels: [...new Set(labels)], points };
}

function labelsOf({ attributes }: DataPoint): string {
  const labels = Object.entries(record(attributes)).map(
    ([key, value]) => `${key}=${String(value)}`,
  );
  return labels.sort().join(',');
}

function valueOf({ count, sum, asInt, asDouble }: DataPoint): Point {
  return { count: Number(count ?? asInt ?? asDouble), sum };
}

function record(attributes: KeyValues): Record<string, unknown> {
  return Object.fromEntries(
    attributes.map(({ key, value }) => [
      key,
      value.stringValue ?? value.boolValue ?? value.intValue,
    ]),
  );
}
