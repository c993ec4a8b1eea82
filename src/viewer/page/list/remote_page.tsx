import { PATH_SEPARATOR } from '../../../bundle/path_separator.js';
import { useState } from 'preact/hooks';
import type { ListedStream } from '../../list_changes.js';
import { query } from '../api.js';
import { Failure } from '../failure.js';
import type { KeyHelp } from '../help.js';
import { navigate, streamUrl } from '../route.js';
import { StreamTable, useList } from './stream_table.js';
import { compare } from './tree.js';

/** The most streams that are asked for at once: 20 pages of a Coordinator. */
const MAX_STREAMS = 10_000;

const KEYS: KeyHelp = [
  ['/', 'project and path'],
  ['↓ ↑', 'next and previous row'],
  ['Enter', 'open the stream'],
  ['g G', 'first and last row'],
  ['?', 'these keys'],
];

interface Found {
  readonly streams: readonly ListedStream[];
  readonly truncated: boolean;
}

/** Asks the Coordinator for the streams of a prefix: it has no list of all. */
export function RemotePage({ coordinator }: { coordinator: string | undefined }) {
  const [text, setText] = useState('');
  const [found, setFound] = useState<Found>();
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const { input, help, table } = useList(`${coordinator ?? 'LogDog'} logs`, KEYS);

  const search = async () => {
    const [, project, path] = /^\/*([^/]+)\/(.+?)\/*$/.exec(text.trim()) ?? [];
    if (project === undefined || path === undefined) return;
    if (path.includes(PATH_SEPARATOR) && !path.includes('*')) {
      navigate(streamUrl({ project, path }));
      return;
    }
    setBusy(true);
    setFailure(undefined);
    try {
      setFound(await allOf(project, path));
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
  };

  const streams = found?.streams ?? [];

  return (
    <>
      <header class="top">
        <h1 class="brand">LogDog</h1>
        <form
          class="field filter"
          onSubmit={(event) => {
            event.preventDefault();
            void search();
          }}
        >
          <label class="label" for="path">
            Path
          </label>
          <input
            id="path"
            ref={input}
            type="search"
            value={text}
            placeholder="project/prefix"
            spellcheck={false}
            autocapitalize="off"
            autocomplete="off"
            onInput={(event) => setText(event.currentTarget.value)}
          />
          <button type="submit" disabled={busy}>
            {busy ? 'Looking…' : 'Show'}
          </button>
        </form>
        <p class="count" role="status">
          {found !== undefined && `${found.streams.length.toLocaleString()} streams`}
          {found?.truncated === true && ', and more'}
        </p>
      </header>
      {failure !== undefined && <Failure error={failure} />}
      {failure === undefined && streams.length > 0 && (
        <StreamTable streams={streams} table={table} />
      )}
      {failure === undefined && streams.length === 0 && (
        <main class="notice">
          <h2>{found === undefined ? 'Whose logs?' : 'No stream there'}</h2>
          <p>
            {coordinator === undefined
              ? 'A remote Coordinator has the names of the streams in this table, so that they cannot be listed here. Write the whole path of one: '
              : `${coordinator} has no list of all its streams. Write a project and a prefix, a glob under it, or the whole path of a stream: `}
            <code>project/prefix</code>, <code>project/prefix/+/**/stdout</code>,{' '}
            <code>project/prefix/+/name</code>
          </p>
        </main>
      )}
      {help.dialog}
    </>
  );
}

async function allOf(project: string, path: string): Promise<Found> {
  const streams: ListedStream[] = [];
  let next = '';
  do {
    const answer = await query(project, path, next);
    for (const { path: found, state, descriptor } of answer.streams) {
      streams.push({
        project,
        path: found,
        type: descriptor?.type ?? 0,
        created: descriptor?.started ?? state?.created ?? 0,
        terminalIndex: state?.terminalIndex ?? '-1',
      });
    }
    ({ next } = answer);
  } while (next !== '' && streams.length < MAX_STREAMS);
  streams.sort((one, other) => compare(one.path, other.path));
  return { streams, truncated: next !== '' };
}
