import { useMemo, useState } from 'preact/hooks';
import { explain } from '../failure.js';
import type { KeyHelp } from '../help.js';
import { usePolling, useRerender } from '../hooks.js';
import { StreamFeed } from './stream_feed.js';
import { StreamTable, useList } from './stream_table.js';
import { globFilter } from './tree.js';

/** How often the list is brought up to date. */
const POLL_MS = 1000;

const KEYS: KeyHelp = [
  ['/', 'filter'],
  ['↓ ↑', 'next and previous row'],
  ['Enter', 'open the stream, or open and close what is under the row'],
  ['g G', 'first and last row'],
  ['Esc', 'leave the filter'],
  ['?', 'these keys'],
];

export function ListPage() {
  const rerender = useRerender();
  const feed = useMemo(() => new StreamFeed(), []);
  const [failure, setFailure] = useState<unknown>();
  const [filter, setFilter] = useState('');
  const { input, help, table } = useList('LogDog logs', KEYS);

  usePolling(async () => {
    try {
      if (await feed.update()) rerender();
      setFailure(undefined);
    } catch (error) {
      setFailure(error);
    }
  }, POLL_MS);

  const matching = useMemo(() => {
    const matches = globFilter(filter);
    return feed.streams.filter(({ project, path }) => matches(`${project}/${path}`));
  }, [feed.streams, filter]);

  return (
    <>
      <header class="top">
        <h1 class="brand">LogDog</h1>
        <label class="field filter">
          <span class="label">Filter</span>
          <input
            ref={input}
            type="search"
            value={filter}
            placeholder="project/**/name"
            spellcheck={false}
            autocapitalize="off"
            autocomplete="off"
            aria-describedby="filter-help"
            onInput={(event) => setFilter(event.currentTarget.value)}
          />
        </label>
        <p id="filter-help" class="hint">
          <code>*</code> is one part of a path, <code>**</code> any number of them
        </p>
        <p class="count" role="status">
          {feed.ready && countText(matching.length, feed.streams.length, feed.truncated)}
        </p>
        <button type="button" class="quiet" aria-label="Keys" onClick={help.open}>
          ?
        </button>
      </header>
      {failure !== undefined && <Banner error={failure} />}
      {feed.ready && matching.length === 0 ? (
        <Empty filtered={feed.streams.length > 0} />
      ) : (
        <StreamTable streams={matching} table={table} />
      )}
      {help.dialog}
    </>
  );
}

function countText(shown: number, all: number, truncated: boolean): string {
  const streams = all === 1 ? 'stream' : 'streams';
  const total = `${all.toLocaleString()}${truncated ? ' and more' : ''} ${streams}`;
  return shown === all ? total : `${shown.toLocaleString()} of ${total}`;
}

function Banner({ error }: { error: unknown }) {
  const { title, advice } = explain(error);
  return (
    <p class="banner" role="alert">
      <strong>{title}.</strong> {advice} The list is as it was before.
    </p>
  );
}

function Empty({ filtered }: { filtered: boolean }) {
  if (filtered) {
    return (
      <main class="notice">
        <h2>No stream matches</h2>
        <p>
          Write a whole path, or use <code>**</code>: <code>**/stdout</code> finds every stream of
          that name.
        </p>
      </main>
    );
  }
  return (
    <main class="notice">
      <h2>No streams yet</h2>
      <p>They appear here as soon as a Butler writes them. Send one yourself:</p>
      <pre>
        echo hello | npx logdog-collector send --url {location.origin}/ --project demo --prefix me/1
        --name greeting
      </pre>
    </main>
  );
}
