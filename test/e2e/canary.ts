/** A secret that nothing may ever print; 36 bytes. */
export const CANARY = Buffer.from('canary-6d1f0c2b7a9e4835-not-to-print');

/** Text that stands for the content of a log: not to be printed either. */
export const CANARY_LOG = 'canary-log-0b51fe';

const SPELLINGS = [CANARY, Buffer.from(CANARY_LOG)].flatMap((bytes) => [
  bytes.toString('latin1'),
  bytes.toString('hex'),
  // Wherever it stands in base64, a third of it is spelled the same.
  ...[0, 1, 2].map((skip) => bytes.subarray(skip, skip + 12).toString('base64')),
]);

/** @throws where the output has the secret or the content in it, in any usual spelling */
export function expectNoCanary(output: string): void {
  for (const spelling of SPELLINGS) expect(output).not.toContain(spelling);
  expect(output).not.toContain('canary');
}
