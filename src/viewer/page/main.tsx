import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { fetchSource, type SourceInfo } from './api.js';
import { Failure } from './failure.js';
import { ListPage } from './list/list_page.js';
import { RemotePage } from './list/remote_page.js';
import { followLinks, streamOf, useAddress } from './route.js';
import { StreamPage } from './stream/stream_page.js';

function App() {
  const { pathname, hash } = useAddress();
  const [source, setSource] = useState<SourceInfo>();
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => {
    fetchSource().then(setSource, setFailure);
  }, []);
  const stream = streamOf(pathname);
  if (stream !== undefined) {
    return <StreamPage key={pathname} stream={stream} hash={hash} />;
  }
  if (failure !== undefined) return <Failure error={failure} />;
  if (source === undefined) return null;
  return source.lists ? <ListPage /> : <RemotePage coordinator={source.coordinator} />;
}

followLinks();
render(<App />, document.getElementById('app')!);
