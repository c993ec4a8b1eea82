import { lateModule } from '../common/late_module.js';
import type { PagesModule } from '../service/service.js';
import { isForViewer } from './paths.js';

const pages = lateModule(
  () => require('./store_source.js') as typeof import('./store_source.js'),
  'the log viewer',
);

/** The viewer as the pages of a function's own port: loaded when a browser asks for it. */
export const viewerPages: PagesModule = {
  accepts: isForViewer,
  open: (store, host) => pages.get().viewStore(store, host),
};
