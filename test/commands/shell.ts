import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { endOf, type Ending } from '../e2e/ending.js';
import { PLAIN_TOOLS, PROGRAMS } from './rules.js';

const STAND_IN = join(__dirname, 'stand_in.js');

/** A shell in a folder of its own, which finds only the programs that `rules.ts` knows. */
export class Shell {
  private readonly bin: string;
  private readonly commandsFile: string;

  constructor(
    readonly folder: string,
    private readonly env: NodeJS.ProcessEnv,
  ) {
    this.bin = join(folder, '.bin');
    this.commandsFile = join(folder, '.commands');
    mkdirSync(this.bin);
    writeFileSync(this.commandsFile, '');
    for (const name of PROGRAMS) {
      const file = join(this.bin, name);
      writeFileSync(file, `#!/bin/sh\nexec '${process.execPath}' '${STAND_IN}' ${name} "$@"\n`);
      chmodSync(file, 0o755);
    }
    for (const name of PLAIN_TOOLS) symlinkSync(find(name), join(this.bin, name));
  }

  /** Runs a script, which ends at the first command that fails. */
  async run(script: string): Promise<Ending> {
    // What the shell does not find goes the way of the others, and has no rule.
    const unknown = `command_not_found_handle() { '${process.execPath}' '${STAND_IN}' "$@"; }`;
    const guarded = `${unknown}\nset -euo pipefail\n${script}\nwait\n`;
    const env = { ...this.env, PATH: this.bin, REAL_PATH: process.env.PATH };
    const child = spawn(find('bash'), ['-c', guarded], {
      cwd: this.folder,
      env: { ...env, COMMANDS_FILE: this.commandsFile },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return endOf(child);
  }

  /** The commands that scripts have run so far, as they were after the shell had read them. */
  commands(): string[][] {
    const lines = readFileSync(this.commandsFile, 'utf8').trim().split('\n');
    return lines.map((line) => JSON.parse(line) as string[]);
  }
}

/** Where a program is. */
export function find(name: string, folders = process.env.PATH ?? ''): string {
  const paths = folders.split(delimiter).map((folder) => join(folder, name));
  const path = paths.find((file) => existsSync(file));
  if (path === undefined) throw new Error(`there is no ${name} on PATH`);
  return path;
}
