import { runCli } from '../../src/cli/commands.js';
import { testIo } from '../cli/io.js';

/** Runs commands, one after another, as the user and in the namespaces of this process; prints what became of them. */
async function main(commands: string[][]): Promise<void> {
  const results = [];
  for (const args of commands) {
    const io = testIo({ env: process.env });
    const code = await runCli(args, io);
    results.push({ code, out: io.out().toString(), err: io.err() });
  }
  // What a command has left open must not keep this process.
  process.stdout.write(JSON.stringify(results), () => process.exit(0));
}

void main(JSON.parse(process.argv[2] ?? '[]') as string[][]);
