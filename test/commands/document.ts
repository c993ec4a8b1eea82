import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');

/** What stands under one heading of a document, up to the next one of any level. */
export interface Section {
  readonly title: string;
  /** The commands of its blocks, one after the other; empty where there are none. */
  readonly commands: string;
  /** Commands that are named in a sentence. */
  readonly named: readonly string[];
}

/** The languages of blocks that hold no commands, but text. */
const TEXT = new Set(['', 'json', 'yaml', 'dockerfile']);

/** Reads a document of this repository. @throws Error where a block is neither `sh` nor text */
export function readDocument(path: string): Section[] {
  const [, ...parts] = readFileSync(join(ROOT, path), 'utf8').split(/^#{1,6} (?=.*\n\n)/m);
  return parts.map((part) => {
    const title = part.slice(0, part.indexOf('\n'));
    const blocks = [...part.matchAll(/^```(.*)\n([^]*?)^```$/gm)];
    const unknown = blocks.find(([, language]) => language !== 'sh' && !TEXT.has(language!));
    if (unknown) throw new Error(`${path}, ${title}: a block of ${unknown[1]!}; commands are sh`);
    const shell = blocks.filter(([, language]) => language === 'sh');
    const prose = blocks.reduce((text, [block]) => text.replace(block, ''), part);
    const named = [...prose.matchAll(/`(gcloud [^`]+)`/g)].map(([, command]) => command!);
    return { title, commands: shell.map(([, , code]) => code!).join(''), named };
  });
}
