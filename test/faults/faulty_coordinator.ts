import type { ServerResponse } from 'node:http';
import { NOT_TERMINATED } from '../../src/bundle/bundle.js';
import { streamId } from '../../src/coordinator/stream_id.js';
import { coordinatorError, type GrpcCode } from '../../src/common/errors.js';
import type { Reply } from '../../src/coordinator/prpc/answer.js';
import { logdog } from '../../src/proto/gen/services.js';
import { turn } from '../coordinator/requests.js';
import { FakeCoordinator } from '../fakes/coordinator.js';
import {
  answerEntry,
  entriesOf,
  methodOf,
  replyOf,
  sendReply,
} from '../fakes/coordinator_server.js';
import { type HttpRequest, HttpServer } from '../fakes/http_server.js';
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
      },
      terminate: ({ path }) => {
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
    if (fault === undefined) {
      sendReply(response, await this.reply(request));
      return;
    }
    this.struck++;
    const { kind } = fault;
    if (kind === 'timeout' || kind === 'hang' || kind === 'left out') return;
    if (kind === 'reset before') response.destroy();
    else if (kind === 'garbage') sendReply(response, { body: Buffer.from('0affffff', 'hex') });
    else if (kind === 'code' && fault.when === 'before') answerCode(response, fault.status);
    else {
      if (kind === 'slow') for (let turns = 0; turns < 20; turns++) await turn();
      const reply = await this.reply(request);
      if (kind === 'reset after') response.destroy();
      else if (kind === 'code') answerCode(response, fault.status);
      else sendReply(response, reply);
    }
  }

  /** Of a Batch, the answer may leave an entry out, or have one that makes no sense. */
  private async reply(request: HttpRequest): Promise<Reply> {
    const method = methodOf(request);
    const entries = entriesOf(method, request.body);
    const answers = await Promise.all(entries.map((entry) => answerEntry(this.coordinator, entry)));
    const kind = this.cell?.fault.kind;
    if (method !== 'Batch' || (kind !== 'left out' && kind !== 'garbage')) {
      return replyOf(method, answers);
    }
    const isWrong = entries.map((entry) => {
      const called = entry.registerStream == null ? 'TerminateStream' : 'RegisterStream';
      const bytes = logdog.BatchRequest.encode({ req: [entry] }).finish();
      return this.cell?.call === `${called} in a Batch` && this.isAbout(bytes);
    });
    this.struck += isWrong.filter(Boolean).length;
    return replyOf(
      method,
      answers.flatMap((answer, index) => {
        if (!isWrong[index]) return [{ index, ...answer }];
        return kind === 'garbage' ? [{ index, registerStream: {} }] : [];
      }),
    );
  }

  /** Whether the request as a whole is what the cell is about. */
  private isHit(request: HttpRequest): boolean {
    const call = this.cell?.call;
    const method = methodOf(request);
    if (method !== 'Batch') return call === method && this.isAbout(request.body);
    const entries = entriesOf(method, request.body);
    const registers = entries.some(({ registerStream }) => registerStream != null);
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

function answerCode(response: ServerResponse, status: GrpcCode): void {
  sendReply(response, { failure: { status, detail: 'told to fail' } });
}
