import { PATH_SEPARATOR } from '../../../bundle/path_separator.js';
import type { ComponentChildren } from 'preact';
import { rawUrl, type StreamName } from '../api.js';
import { explain } from '../failure.js';
import { dateText, durationText, numberText } from '../model/times.js';
import type { StreamModel } from '../model/stream_model.js';

interface HeaderProps {
  readonly stream: StreamName;
  readonly model: StreamModel;
  /** How long the stream is. */
  readonly size: string;
  readonly help: () => void;
  /** What the kind of stream adds to the tools. */
  readonly children?: ComponentChildren;
}

/** Renders a stream's name, what is known of it, and its tools. */
export function StreamHeader({ stream, model, size, help, children }: HeaderProps) {
  const { project, path } = stream;
  const at = path.indexOf(PATH_SEPARATOR);
  const [prefix, name] = at < 0 ? ['', path] : [path.slice(0, at), path.slice(at + 3)];
  const { descriptor, started } = model;
  return (
    <header class="top stream-top">
      <div class="title">
        <nav aria-label="Breadcrumb">
          <a href="/view/">All streams</a>
          <span class="crumb">
            {project}/{prefix}
          </span>
        </nav>
        <h1>{name}</h1>
      </div>
      <p class="facts">
        <span>{size}</span>
        {started > 0 && <span>began {dateText(started)}</span>}
        {descriptor !== undefined && descriptor.contentType !== '' && (
          <span class="content-type">{descriptor.contentType}</span>
        )}
        {descriptor?.tags.map(([key, value]) => (
          <span key={key} class="tag">
            {value === '' ? key : `${key}=${value}`}
          </span>
        ))}
      </p>
      <div class="tools" role="toolbar" aria-label="Tools">
        {children}
        <a class="button" href={rawUrl(stream)} download="">
          Download
        </a>
        <button type="button" class="quiet" aria-label="Keys" onClick={help}>
          ?
        </button>
      </div>
    </header>
  );
}

/** A stream that is silent for longer is told apart from one that is written. */
const SILENT_MS = 60_000;

/** Returns how a stream stands, in words. */
function statusOf(model: StreamModel, now: number): { kind: string; text: string } {
  const { terminalIndex, lastIndex, units, counted } = model;
  if (counted !== undefined) {
    return { kind: 'streaming', text: `Counting lines: ${numberText(counted)} logs so far` };
  }
  const missing = units.gaps.reduce((sum, gap) => sum + gap.toIndex - gap.fromIndex + 1, 0);
  if (terminalIndex !== undefined) {
    const lost = missing + Math.max(0, terminalIndex - lastIndex);
    if (lost === 0) return { kind: 'ended', text: 'The stream has ended, and is complete' };
    const logs = lost === 1 ? '1 log is' : `${numberText(lost)} logs are`;
    return { kind: 'incomplete', text: `The stream has ended, but ${logs} missing` };
  }
  const since = model.started > 0 ? now - model.started - model.lastOffsetMs : 0;
  const gap = missing > 0 ? `; ${numberText(missing)} logs are missing so far` : '';
  if (lastIndex < 0) return { kind: 'streaming', text: 'No log has come yet' };
  if (since > SILENT_MS) {
    const text = `No log for ${durationText(since)}: the writer is silent, or gone${gap}`;
    return { kind: 'silent', text };
  }
  return { kind: 'streaming', text: `The stream is being written${gap}` };
}

export function StreamStatus({ model, trouble }: { model: StreamModel; trouble: unknown }) {
  const { kind, text } = statusOf(model, Date.now());
  return (
    <footer class="status">
      <p role="status">
        <span class={`badge ${kind}`} aria-hidden="true" />
        {text}
      </p>
      {trouble !== undefined && (
        <p class="trouble" role="alert">
          {explain(trouble).title}: {explain(trouble).advice}
        </p>
      )}
    </footer>
  );
}
