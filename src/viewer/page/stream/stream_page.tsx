import { PATH_SEPARATOR } from '../../../bundle/path_separator.js';
import { useEffect } from 'preact/hooks';
import type { StreamName } from '../api.js';
import { Failure } from '../failure.js';
import { BINARY, DATAGRAM } from '../../wire.js';
import { BinaryPage } from './binary_page.js';
import { DatagramPage } from './datagram_page.js';
import { TextPage } from './text_page.js';
import { useStream } from './use_stream.js';

/** Renders a stream, by its type. */
export function StreamPage({ stream, hash }: { stream: StreamName; hash: string }) {
  const opened = useStream(stream);
  const { model, failure } = opened;
  useEffect(() => {
    document.title = `${stream.path.slice(stream.path.indexOf(PATH_SEPARATOR) + PATH_SEPARATOR.length)} – LogDog logs`;
  }, [stream.path]);
  if (failure !== undefined) return <Failure error={failure} retry={opened.retry} />;
  if (!opened.opened) {
    return (
      <p class="notice" role="status">
        Opening {stream.project}/{stream.path} …
      </p>
    );
  }
  const props = { stream, opened, hash };
  if (model.type === BINARY) return <BinaryPage {...props} />;
  if (model.type === DATAGRAM) return <DatagramPage {...props} />;
  return <TextPage {...props} />;
}
