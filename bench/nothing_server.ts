import { createServer } from 'node:http';

/** The least that a server of our own can do with a push: reads it, and answers 204. A GET asks whether it is ready. */
createServer((request, response) => {
  request.resume().on('end', () => {
    response.writeHead(request.method === 'GET' ? 200 : 204).end();
  });
}).listen(Number(process.env.PORT), '127.0.0.1');
