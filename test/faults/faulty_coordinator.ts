import type { ServerResponse } from 'node:http';
import { NOT_TERMINATED } from '../../src/bundle/bundle.js';
import { streamId } from '../../src/coordinator/stream_id.js';
import { coordinatorError, GRPC_CODES } from '../../src/common/errors.js';
import { logdog } from '../../src/proto/gen/services.js';
import { FakeCoordinator } from '../coordinator/fake.js';
import { answerPrpc, type HttpRequest, HttpServer } from '../coordinator/prpc/http_server.js';
import { answerRequest } from '../coordinator/prpc/prpc_server.js';
import { type Cell, isHit } from './cells.js';

/** A Coordinator's server that goes wrong as a cell says, while it is told to. */
export class FaultyCoordinator {
  /** What there is, by path, and the ids of what has ended. */
  readonly registered = new Set<string>();
  readonly ended = new Set<string>();
  /** How often the fault has struck. */
  struck = 0;
  private cell: Cell | undefined;
  private paths: readonly string[] = [];
  private readonly coordinator: FakeCoordinator;

  private constructor(readonly server: HttpServer) {
    this.coordinator = new FakeCoordinator({
      register: ({ path, terminalIndex }) => {
        this.entry('RegisterStream in a Batch', path, () => {
          this.registered.add(path);
          // A registration with a terminal index also terminates the stream.
          if (terminalIndex !== NOT_TERMINATED) this.ended.add(path);
        });
        return {};
      },
      terminate: ({ id }) => {
        const path = this.paths.find((known) => streamId(known) === id) ?? '';
        this.entry('TerminateStream in a Batch', path, () => this.ended.add(path));
      },
    });
    server.handler = (request, response) => {
      void this.handle(request, response);
    };
  }

  static async start(): Promise<FaultyCoordinator> {
    return new FaultyCoordinator(await HttpServer.start(() => undefined));
  }

  /** @param paths of the bundle, in its order */
  begin(cell: Cell | undefined, paths: readonly string[]): void {
    this.cell = cell;
    this.paths = paths;
  }

  private async handle(request: HttpRequest, response: ServerResponse): Promise<void> {
    const fault = this.isHit(request) ? this.cell!.fault : undefined;
    if (fault === undefined) return this.answer(request, response);
    this.struck++;
    const { kind } = fault;
    if (kind === 'timeout' || kind === 'hang') return;
    if (kind === 'reset before') response.destroy();
    else if (kind === 'garbage') answerPrpc(response, 0, Buffer.from('0affffff', 'hex'));
    else if (kind === 'code' && fault.when === 'before') answerCode(response, fault.status);
    else if (kind === 'left out') return;
    else {
      if (kind === 'slow') for (let turns = 0; turns < 20; turns++) await turn();
      const effect = new Captured();
      await answerRequest(this.coordinator, request, effect.asResponse());
      if (kind === 'reset after') response.destroy();
      else if (kind === 'code') answerCode(response, fault.status);
      else answerPrpc(response, 0, effect.body);
    }
  }

  /** Of a Batch, the answer may leave an entry out, or have one that makes no sense. */
  private async answer(request: HttpRequest, response: ServerResponse): Promise<void> {
    const { cell } = this;
    const kind = cell?.fault.kind;
    const method = methodOf(request);
    if (method !== 'Batch' || (kind !== 'left out' && kind !== 'garbage')) {
      return answerRequest(this.coordinator, request, response);
    }
    const captured = new Captured();
    await answerRequest(this.coordinator, request, captured.asResponse());
    const { resp } = logdog.BatchResponse.decode(captured.body);
    const { req } = logdog.BatchRequest.decode(request.body);
    const wrong = new Set(
      req.flatMap(({ registerStream }, index) => {
        const called = registerStream == null ? 'TerminateStream' : 'RegisterStream';
        const bytes = logdog.BatchRequest.encode({ req: [req[index]!] }).finish();
        return cell?.call === `${called} in a Batch` && this.isAbout(bytes) ? [index] : [];
      }),
    );
    this.struck += wrong.size;
    const good = resp.filter(({ index }) => !wrong.has(index ?? 0));
    const bad =
      kind === 'garbage' ? [...wrong].map((index) => ({ index, registerStream: {} })) : [];
    answerPrpc(response, 0, logdog.BatchResponse.encode({ resp: [...good, ...bad] }).finish());
  }

  /** Whether the request as a whole is what the cell is about. */
  private isHit(request: HttpRequest): boolean {
    const call = this.cell?.call;
    const method = methodOf(request);
    if (method !== 'Batch') return call === method && this.isAbout(request.body);
    const { req } = logdog.BatchRequest.decode(request.body);
    const registers = req.some(({ registerStream }) => registerStream != null);
    return call === `Batch of ${registers ? 'RegisterStream' : 'TerminateStream'}`;
  }

  /** Whether a request names one of the cell's streams: by its name, or by its id. */
  private isAbout(body: Uint8Array): boolean {
    const bytes = Buffer.from(body);
    return this.paths.some((path, entry) => {
      if (!isHit(this.cell!.position, entry)) return false;
      const name = path.slice(path.indexOf('/+/') + '/+/'.length);
      return bytes.includes(name) || bytes.includes(streamId(path));
    });
  }

  private entry(call: Cell['call'], path: string, effect: () => void): void {
    const { cell } = this;
    const hit = cell?.call === call && isHit(cell.position, this.paths.indexOf(path));
    const fault = hit && cell.fault.kind === 'code' ? cell.fault : undefined;
    if (fault?.when !== 'before') effect();
    if (fault === undefined) return;
    this.struck++;
    throw coordinatorError(fault.status, 'told to fail');
  }
}

/** What would have been answered. */
class Captured {
  body = Buffer.alloc(0);

  writeHead(): this {
    return this;
  }

  end(body: Uint8Array | string): void {
    this.body = Buffer.from(body);
  }

  asResponse(): ServerResponse {
    return this as unknown as ServerResponse;
  }
}

function methodOf({ path }: HttpRequest): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function answerCode(response: ServerResponse, status: (typeof GRPC_CODES)[number]): void {
  answerPrpc(response, GRPC_CODES.indexOf(status), 'told to fail');
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
