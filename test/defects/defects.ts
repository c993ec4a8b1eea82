/** A bug, planted on purpose. */
export interface Defect {
  readonly name: string;
  /** Under `src`. */
  readonly file: string;
  /** Stands there exactly once. */
  readonly find: string;
  readonly replace: string;
  /** What it would cost. */
  readonly why: string;
  /** The part of `build/test` that must catch it. */
  readonly caughtBy: string;
}

export const DEFECTS: readonly Defect[] = [
  {
    name: 'ack before the flush',
    file: 'storage/environment.ts',
    find: 'await Promise.all([...begin(), environment.flushed]);',
    replace: 'await Promise.all(begin());',
    why: 'a power cut takes logs that are acked',
    caughtBy: 'storage/lmdb',
  },
  {
    name: 'ack before the write',
    file: 'storage/bigtable/conditional_writer.ts',
    find: 'await retry(this.policy',
    replace: 'void retry(this.policy',
    why: 'a crash takes logs that are acked',
    caughtBy: 'storage/bigtable/bigtable',
  },
  {
    name: 'cached failure',
    file: 'coordinator/flights.ts',
    find: 'if (this.flights.get(key) === flight) this.flights.delete(key);',
    replace: '',
    why: 'a stream that failed once fails for ever',
    caughtBy: 'coordinator/cache.test',
  },
  {
    name: 'swallowed code',
    file: 'errors.ts',
    find: "  'AlreadyExists',\n]);",
    replace: "  'AlreadyExists',\n  'PermissionDenied',\n]);",
    why: 'a wrong setting eats the backlog',
    caughtBy: 'coordinator/prpc/faults',
  },
  {
    name: 'secret compared not at all',
    file: 'collector/stream.ts',
    find: 'if (!sameSecret(state.secret, context.bundle.secret)) {',
    replace: 'if (state.secret.length !== context.bundle.secret.length) {',
    why: "anybody writes to anybody's streams",
    caughtBy: 'collector/',
  },
  {
    name: 'terminate before store',
    file: 'collector/stream.ts',
    find: 'const refusal = logs > 0 ? await store(entry, context) : undefined;',
    replace:
      'if (entry.terminalIndex !== NOT_TERMINATED) await terminate(entry, state, context);\n    const refusal = logs > 0 ? await store(entry, context) : undefined;',
    why: 'a stream is archived before its last logs are there',
    caughtBy: 'collector/',
  },
  {
    name: 'retryable taken for a refusal',
    file: 'collector/stream.ts',
    find: '    if (retryable) throw thrown;\n',
    replace: '',
    why: 'an outage of the storage acks what it did not take',
    caughtBy: 'collector/',
  },
  {
    name: 'refused logs told as stored',
    file: 'collector/stream.ts',
    find: "    if (refusal !== undefined) return { result: { path, outcome: 'refused', refusal, logs } };\n",
    replace: '',
    why: 'logs are gone and nobody is told',
    caughtBy: 'collector/',
  },
  {
    name: 'the first entry speaks for all',
    file: 'collector/collector.ts',
    find: 'const first = failed[0];',
    replace: 'const first = outcomes[0];',
    why: 'a bundle is acked of which the first entry alone is stored',
    caughtBy: 'faults',
  },
  {
    name: 'put stops at an existing row',
    file: 'storage/bigtable/grouped_writer.ts',
    find: 'if (missing.length === 0) return;',
    replace:
      'if (missing.length < present.from.length) {\n        for (const key of rows.keys()) settle(rows, key);\n        return;\n      }',
    why: 'a redelivery that was cut short before is never completed',
    caughtBy: 'storage/bigtable/grouped_writer',
  },
  {
    name: 'a group settled by its first status',
    file: 'storage/bigtable/grouped_writer.ts',
    find: "settle(rows, missing[index]?.key ?? '', error);",
    replace: 'for (const { key } of index === 0 ? missing : []) settle(rows, key, error);',
    why: 'rows are acked that were not written',
    caughtBy: 'storage/bigtable/grouped_writer',
  },
  {
    name: 'rows left out taken for written',
    file: 'storage/bigtable/grouped_writer.ts',
    find: "if (rows.size > 0) throw new RpcError('Internal', 'the answer leaves rows out');",
    replace: 'for (const key of rows.keys()) settle(rows, key);',
    why: 'rows are acked that were not written',
    caughtBy: 'faults',
  },
  {
    name: 'a malformed setting taken for bad input',
    file: 'storage/bigtable/bigtable.ts',
    find: "const judged = what === 'write' && this.written;",
    replace: "const judged = what === 'write';",
    why: 'a typing error in BIGTABLE_TABLE eats the backlog',
    caughtBy: 'storage/bigtable/bigtable',
  },
  {
    name: 'a call tried for ever',
    file: 'storage/bigtable/tries.ts',
    find: 'if (performance.now() + pauseMs >= this.end) throw this.telling ?? thrown;',
    replace: 'if (performance.now() + pauseMs >= this.end) return;',
    why: 'a message is never answered but at its deadline',
    caughtBy: 'storage/bigtable/tries',
  },
  {
    name: 'expired deadline acked',
    file: 'errors.ts',
    find: "DEADLINE: { retryable: true, text: 'the time for one message ran out' }",
    replace: "DEADLINE: { retryable: false, text: 'the time for one message ran out' }",
    why: 'whatever is slow is lost',
    caughtBy: 'push/handler',
  },
  {
    name: 'bytes in flight not released',
    file: 'push/handler.ts',
    find: '    share?.release();\n',
    replace: '',
    why: 'an instance takes nothing more after a while',
    caughtBy: 'push/handler',
  },
  {
    name: 'place of a worker not released',
    file: 'collector/stream.ts',
    find: '    workers.release();\n',
    replace: '',
    why: 'a bundle of more than four streams hangs',
    caughtBy: 'collector/',
  },
  {
    name: 'last row dropped',
    file: 'storage/rows.ts',
    find: '  endRow();\n  return { rows, tooLarge: undefined, rest: undefined };',
    replace: '  return { rows, tooLarge: undefined, rest: undefined };',
    why: 'the end of each large stretch is lost',
    caughtBy: 'storage/rows',
  },
  {
    name: 'rows past the first ten thousand dropped',
    file: 'storage/rows.ts',
    find: '    left = rest;\n',
    replace: '    left = undefined;\n',
    why: 'where rows are tiny, the end of a stretch is lost',
    caughtBy: 'storage/rows',
  },
  {
    name: 'cache key without the secret',
    file: 'coordinator/cache.ts',
    find: 'return `${project}\\0${path}\\0${latin1(secret)}`;',
    replace: 'return `${project}\\0${path}\\0${latin1(secret.subarray(0, 0))}`;',
    why: "a stranger's refusal is that of who came with him",
    caughtBy: 'coordinator/cache.test',
  },
  {
    name: 'answers of a Batch taken in their order',
    file: 'coordinator/prpc/batch.ts',
    find: 'const index = entry.index ?? 0;',
    replace: 'const index = seen.size;',
    why: "a stream gets another one's state",
    caughtBy: 'coordinator/prpc/batch',
  },
  {
    name: 'who leaves takes the others along',
    file: 'coordinator/flights.ts',
    find: 'if (--flight.waiting === 0) this.abandon(key, flight);',
    replace: 'flight.waiting--;\n        this.abandon(key, flight);',
    why: 'a sender that breaks off fails the pushes of others',
    caughtBy: 'coordinator/cache.test',
  },
  {
    name: 'group of nobody not given up',
    file: 'grouping.ts',
    find: '    this.group?.abandon();\n',
    replace: '',
    why: 'the shutdown takes longer than the platform waits',
    caughtBy: 'grouping',
  },
  {
    name: 'token audience unchecked',
    file: 'push/auth/token_door.ts',
    find: "    if (aud !== this.options.audience) throw forbidden('it is for another audience', 'AUDIENCE');\n",
    replace: '',
    why: 'a token that was made for another service opens the door',
    caughtBy: 'push/auth/token_door',
  },
  {
    name: 'e-mail of a token not verified',
    file: 'push/auth/token_door.ts',
    find: 'email !== this.options.account || verified !== true',
    replace: 'email !== this.options.account && verified !== true',
    why: 'a token of another account opens the door',
    caughtBy: 'push/auth/token_door',
  },
];
