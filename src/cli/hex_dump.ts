/**
 * Returns 16 bytes a line: where they are, what they are, and what they look like in ASCII.
 *
 * @param offset where the first byte is
 */
export function hexDump(data: Uint8Array, offset = 0): string {
  let dump = '';
  for (let at = 0; at < data.length; at += 16) {
    const row = Buffer.from(data.subarray(at, at + 16));
    const hex = row.toString('hex').replace(/../g, '$& ').padEnd(48);
    const looks = row.toString('latin1').replace(/[^ -~]/g, '.');
    dump += `${(offset + at).toString(16).padStart(8, '0')}  ${hex} |${looks}|\n`;
  }
  return dump;
}
