/** Logs as `PutRequest.records` has them: each as a recordio frame, back to back. */
export function recordsOf(logs: readonly (string | Uint8Array)[]): Buffer {
  return Buffer.concat(
    logs.flatMap((log) => {
      const data = Buffer.from(log);
      return [frameHead(data.length), data];
    }),
  );
}

function frameHead(size: number): Buffer {
  const head: number[] = [];
  while (size >= 0x80) {
    head.push((size % 0x80) | 0x80);
    size = Math.floor(size / 0x80);
  }
  return Buffer.from([...head, size]);
}
