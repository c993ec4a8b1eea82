import { isLoopbackHost } from '../common/loopback.js';
import { StoreSource, type StoreSourceOptions } from './store_source.js';
import { Viewer } from './viewer.js';

/**
 * Returns the viewer of a store beside the function, which answers its pRPC calls itself.
 *
 * @param host where the function listens: HOST, whose default is loopback with a local backend
 */
export function viewStore(store: StoreSourceOptions, host: string): Viewer {
  const loopback = host === '' || isLoopbackHost(host);
  return new Viewer({ source: new StoreSource(store), loopback });
}
