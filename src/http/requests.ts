import type { Server, ServerResponse } from 'node:http';
import type { PushRequest } from './body.js';

/** Handles a request, and never rejects. */
export type RequestHandler = (request: PushRequest, response: ServerResponse) => Promise<void>;

/** Hands all requests of a server to the handler, before a body has been asked for. */
export function takeRequests(server: Server, handle: RequestHandler): void {
  server.removeAllListeners('request');
  const take = (request: PushRequest, response: ServerResponse) => {
    // One of many that came together on a connection that has been closed for that.
    if (request.socket.destroyed) return;
    void handle(request, response);
  };
  server.on('request', take);
  // Left alone, Node asks for the body before the sender has been authenticated.
  server.on('checkContinue', (request: PushRequest, response: ServerResponse) => {
    request.askForBody = () => {
      response.writeContinue();
    };
    take(request, response);
  });
  // Left alone, Node answers 417 to any other expectation, which may be an attribute of an unwrapped push (RFC 9110,
  // 10.1.1: a server may).
  server.on('checkExpectation', take);
}
