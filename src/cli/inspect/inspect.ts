import { BackendError } from '../../common/errors.js';
import { loadUsed } from '../../service/config.js';
import type { StreamRequest } from '../../storage/storage.js';
import { RemoteSource } from '../../viewer/remote_source.js';
import { parseCommandLine, parseStreamPath } from '../arguments.js';
import { streamTypeOf, typeName, recordOf, requireStores, type Stores } from '../stores.js';
import { print, type Io, whileOpen } from '../io.js';
import { TOKEN_OPTIONS, tokenSource } from '../reader_token.js';
import { Coverage } from './coverage.js';
import {
  countRefused,
  verdictOf,
  type RegisteredStream,
  type StreamFacts,
  jsonReport,
  textReport,
} from './report.js';

export const help = `Usage: logdog-collector inspect PROJECT/PREFIX/+/NAME [options]

Prints what is known of a stream: whether it is registered, its type, when it was created, its terminal index, whether
it is archived or purged, its rows, the gaps and overlaps between them, the refused messages of its prefix, and whether
the stream is complete. It reads all rows of the stream. The exit code is 0 if the stream is complete or archived,
else 1.

  --json               prints it as one line of JSON

The store is the one of the settings: Bigtable if it is set, else the local store in DATA_DIR (default: .logdog). With
COORDINATOR_HOST, the Coordinator there is asked, by its public API. Private streams need your token:

  --token-file FILE    reads the token from FILE
  --google-token       uses Google's application default credentials
  LOGDOG_TOKEN         the token itself
`;

const OPTIONS = {
  json: { type: 'boolean', default: false },
  ...TOKEN_OPTIONS,
} as const;

type Known = Pick<StreamFacts, 'registered' | 'hidden'>;

export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseCommandLine(args, OPTIONS, ['PATH']);
  const stream = parseStreamPath(positionals[0]!);
  const token = tokenSource(values, io);
  const { coordinatorHost } = loadUsed(io.env, 'coordinatorHost');
  const facts = await whileOpen(requireStores(io.env), async (stores) => {
    const known =
      coordinatorHost === ''
        ? { registered: registeredHere(stores, stream) }
        : await askRemote(new RemoteSource({ coordinator: coordinatorHost, token }), stream, io);
    return readFacts(stores, stream, known, io);
  });
  await print(io, values.json ? jsonReport(facts) : textReport(facts));
  return verdictOf(facts).complete ? 0 : 1;
}

async function readFacts(
  { storage, deadLetters }: Stores,
  stream: StreamRequest,
  known: Known,
  io: Io,
): Promise<StreamFacts> {
  const coverage = new Coverage();
  for await (const row of storage.rows(stream, io)) coverage.add(row);
  const refused = deadLetters && countRefused(stream, deadLetters.entries());
  return { stream, ...known, coverage, refused };
}

function registeredHere(stores: Stores, stream: StreamRequest): RegisteredStream | undefined {
  const record = recordOf(stores, stream);
  return record && { ...record, type: streamTypeOf(record), createdMs: record.created.getTime() };
}

async function askRemote(source: RemoteSource, stream: StreamRequest, io: Io): Promise<Known> {
  try {
    const { state, descriptor } = await source.stream(stream, io);
    if (state === undefined) return { registered: undefined };
    const { created: createdMs, archived, purged } = state;
    const terminalIndex = BigInt(state.terminalIndex);
    const type = descriptor && typeName(descriptor.type);
    return { registered: { type, createdMs, terminalIndex, archived, purged } };
  } catch (thrown) {
    if (!(thrown instanceof BackendError)) throw thrown;
    if (thrown.status === 'NotFound') return { registered: undefined };
    // A Coordinator does not tell a prefix that it does not know from one that is another's.
    if (thrown.status !== 'PermissionDenied') throw thrown;
    return { registered: undefined, hidden: thrown.message };
  }
}
