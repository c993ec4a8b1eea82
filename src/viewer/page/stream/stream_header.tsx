import { PATH_SEPARATOR } from '../../../bundle/path_separator.js';
import type { ComponentChildren } from 'preact';
import { rawUrl, type StreamName } from '../api.js';
import { dateText } from '../model/times.js';
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
