import { http } from '@google-cloud/functions-framework';

/** The least that a function can do: what every start is measured against. */
http('hello', (_request, response) => {
  response.send('hello\n');
});

/** The least that it can do with a push: answers 204. A GET asks whether it is ready. */
http('nothing', (request, response) => {
  response.status(request.method === 'GET' ? 200 : 204).end();
});
