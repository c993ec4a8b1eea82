import { createRequire } from 'node:module';

/** What the functions framework asks of a domain: to run the function, and to be told of what it throws. */
interface Domain {
  on(event: 'error', listener: (error: unknown) => void): void;
  run(body: () => void): void;
}

/**
 * Keeps the functions framework from running each request in a domain. A domain has Node follow every promise and every
 * callback of the process: a third of what a small message costs. It is there to answer what the function throws, and
 * ours never does; what nobody caught reaches the process instead, which cannot know any more what it has left undone.
 */
export function runWithoutDomains(): void {
  const domains = createRequire(__filename)('node:domain') as { create: () => Domain };
  domains.create = () => ({
    on: () => undefined,
    run: (body) => {
      body();
    },
  });
}
