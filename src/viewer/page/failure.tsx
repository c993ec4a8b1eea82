import { ApiError, NOT_FOUND, PERMISSION_DENIED, UNAUTHENTICATED } from './api.js';

/** Returns what went wrong, in plain words: what it means, and what to do. */
export function explain(error: unknown): { title: string; advice: string } {
  if (!(error instanceof ApiError)) {
    const message = error instanceof Error ? error.message : String(error);
    return { title: 'The logs cannot be read', advice: message };
  }
  const { code, message } = error;
  if (code === NOT_FOUND || code === PERMISSION_DENIED) {
    return { title: 'There is no such stream, or you may not read it', advice: message };
  }
  if (code === UNAUTHENTICATED) {
    const advice = `${message} Start the viewer with --token-file or --google-token.`;
    return { title: 'This Coordinator wants to know who you are', advice };
  }
  return { title: 'The logs cannot be read just now', advice: message };
}

export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const { title, advice } = explain(error);
  return (
    <main class="notice">
      <div role="alert">
        <h1>{title}</h1>
        <p>{advice}</p>
      </div>
      <p class="actions">
        {retry !== undefined && (
          <button type="button" onClick={retry}>
            Try again
          </button>
        )}
        <a href="/view/">All streams</a>
      </p>
    </main>
  );
}
