import { lateModule } from '../../common/late_module.js';

/** gRPC, which Google's client loads, too: with the first call. What it has to say becomes a warning of the process. */
export const grpc = lateModule(() => {
  const loaded = require('@grpc/grpc-js') as typeof import('@grpc/grpc-js');
  const warn = (...parts: unknown[]) => {
    process.emitWarning(parts.join(' '), 'GrpcWarning');
  };
  loaded.setLogger({ error: warn, info: warn, debug: warn });
  return loaded;
}, 'gRPC');
