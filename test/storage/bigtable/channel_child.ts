import { openStub } from '../../../src/storage/bigtable/channel.js';
import { WriteRequest } from '../../../src/storage/bigtable/write_requests.js';
import { RpcError } from '../../../src/storage/bigtable/rpc_error.js';

/** Makes a call as to the service itself, and prints its outcome: credentials are read once a process. */
async function main(address: string): Promise<void> {
  const params = { table_name: 'projects/p/instances/i/tables/t', app_profile_id: 'collector' };
  const stub = await openStub(params, undefined, address);
  stub.checkAndMutateRow(new WriteRequest(0, undefined), {}, (error) => {
    console.log(error?.message ?? 'done');
    stub.close();
  });
}

main(process.argv[2]!).catch((thrown: unknown) => {
  console.log(thrown instanceof RpcError ? `${thrown.status}: ${thrown.message}` : thrown);
});
