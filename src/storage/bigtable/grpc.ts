import { lateModule } from '../../common/late_module.js';

/** gRPC, which Google's client loads, too: with the first call. */
export const grpc = lateModule(
  () => require('@grpc/grpc-js') as typeof import('@grpc/grpc-js'),
  'gRPC',
);
