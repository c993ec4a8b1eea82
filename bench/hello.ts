import { http } from '@google-cloud/functions-framework';

/** The least that a function can do: what every start is measured against. */
http('hello', (_request, response) => {
  response.send('hello\n');
});
