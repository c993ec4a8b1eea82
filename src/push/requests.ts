import type { Server, ServerResponse } from 'node:http';
import type { PushRequest } from './body.js';

/** Handles a request, and never rejects. */
export type RequestHandler = (request: PushRequest, response: ServerResponse) => Promise<void>;

/** Hands all requests of a server to the handler, before anybody has asked for a body. */
export function takeRequests(server: Server, handle: RequestHandler): void {
  server.removeAllListeners('request');
  server.on('request', (request: PushRequest, response: ServerResponse) => {
    void handle(request, response);
  });
  // Left alone, Node asks for the body before anybody has looked at who sends it.
  server.on('checkContinue', (request: PushRequest, response: ServerResponse) => {
    request.askForBody = () => {
      response.writeContinue();
    };
    void handle(request, response);
  });
}
