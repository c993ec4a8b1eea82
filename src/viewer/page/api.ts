import type { StreamRequest } from '../../storage/storage.js';
import { type QueryAnswer, readAnswer, readQuery } from '../wire.js';
import type { ListChanges } from '../list_changes.js';
import type { LogPages, PageRequest } from './model/log_pages.js';

/** A failed call, with the name of its gRPC code where it has one, and what the server said. */
export class ApiError extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

/** gRPC codes that are told apart. */
export const NOT_FOUND = 5;
export const PERMISSION_DENIED = 7;
export const UNAUTHENTICATED = 16;
const UNAVAILABLE = 14;

const PRPC_BINARY = 'application/prpc; encoding=binary';

export interface SourceInfo {
  /** Of the Coordinator that is read from; absent where a store is. */
  readonly coordinator?: string;
  /** Whether there is a list of all streams. */
  readonly lists: boolean;
}

export type StreamName = StreamRequest;

async function request(url: string, init?: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, init);
  } catch {
    throw new ApiError(UNAVAILABLE, 'The server does not answer. Is it still running?');
  }
  if (response.ok) return response;
  const text = (await response.text()).trim();
  const code = Number(response.headers.get('x-prpc-grpc-code') ?? UNAVAILABLE);
  throw new ApiError(code, text === '' ? `HTTP status ${response.status}` : text);
}

/** Calls a method of `logdog.Logs`: the request in JSON, the answer in protobuf. @throws ApiError */
async function call(method: string, message: object): Promise<Uint8Array> {
  const response = await request(`/view/prpc/logdog.Logs/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: PRPC_BINARY },
    body: JSON.stringify(message),
  });
  return new Uint8Array(await response.arrayBuffer());
}

export async function fetchSource(): Promise<SourceInfo> {
  const response = await request('/view/api/source');
  return response.json() as Promise<SourceInfo>;
}

export async function fetchChanges(epoch: string, since: number): Promise<ListChanges> {
  const response = await request(`/view/api/streams?epoch=${epoch}&since=${since}`);
  return response.json() as Promise<ListChanges>;
}

export async function query(project: string, path: string, next: string): Promise<QueryAnswer> {
  return readQuery(await call('Query', { project, path, next, state: true }));
}

export function rawUrl({ project, path }: StreamName): string {
  return `/view/api/raw?${new URLSearchParams({ project, path }).toString()}`;
}

/** Returns a stream's logs by the API. */
export function logPages({ project, path }: StreamName): LogPages {
  return {
    async get({ index, byteCount = 0, logCount = 0, state = false }: PageRequest) {
      const range = { index: String(index), byteCount, logCount, state, nonContiguous: true };
      return readAnswer(await call('Get', { project, path, ...range }));
    },
    async tail() {
      return readAnswer(await call('Tail', { project, path, state: true }));
    },
  };
}
