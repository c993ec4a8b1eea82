import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { endianness } from 'node:os';

// The format of lmdb's data file, version 2 (`mdb.c` of lmdb-js): pages of one size, each with a header of 24 bytes.
const HEADER_BYTES = 24;
const FLAGS_AT = 18;
const LOWER_AT = 20;
const BRANCH = 0x01;
const LEAF = 0x02;
const META = 0x08;
const MAGIC = 0xbeefc0de;
const VERSION = 2;
/** Of a node: its value stands in pages of its own; it holds the root of a table. */
const BIG_VALUE = 0x01;
const TABLE = 0x02;
const NODE_BYTES = 8;
/** The root of a table without entries. */
const NO_ROOT = 2 ** 64;

/** The most bytes of the two meta pages' heads that are looked at. */
const META_BYTES = 160;
const MIN_PAGE_BYTES = 512;
const MAX_PAGE_BYTES = 65536;

/**
 * How many pages are checked at a start, from the roots down: a millisecond or two. All are where the file is shorter than
 * its pages come to: it may be, but only by pages that are free.
 */
const CHECKED_PAGES = 256;

/** How often the check begins anew where another process changes the file meanwhile. */
const ATTEMPTS = 3;

interface Meta {
  readonly pageBytes: number;
  readonly pages: number;
  readonly transaction: number;
  readonly roots: readonly number[];
}

/**
 * Checks that a data file is whole, as far as a start can afford: lmdb maps it into memory, and a page that is not there
 * ends the process by SIGBUS.
 *
 * @throws Error where it is damaged
 */
export function checkDataFile(file: string): void {
  const fd = openSync(file, 'r');
  try {
    // Another process may have made it just now.
    if (fstatSync(fd).size > 0) checkWhileQuiet(fd);
  } finally {
    closeSync(fd);
  }
}

/** What looks damaged in a file that another process writes may be a page that it has used anew. */
function checkWhileQuiet(fd: number): void {
  for (let attempt = 1; ; attempt++) {
    const meta = readMeta(fd);
    try {
      checkPages(fd, meta);
      return;
    } catch (thrown) {
      if (readMeta(fd).transaction === meta.transaction) throw thrown;
      if (attempt === ATTEMPTS) return;
    }
  }
}

/** The newer one of the two meta pages. */
function readMeta(fd: number): Meta {
  const first = readPage(fd, { number: 0, pageBytes: META_BYTES }, parseMeta);
  const { pageBytes } = first;
  const second = readPage(fd, { number: 1, pageBytes, bytes: META_BYTES }, parseMeta);
  return second.transaction > first.transaction ? second : first;
}

function parseMeta(page: Page): Meta {
  const isMeta = (page.u16(FLAGS_AT) & META) !== 0 && page.u32(HEADER_BYTES) === MAGIC;
  if (!isMeta) throw new Error('data.mdb is not a database');
  const version = page.u32(HEADER_BYTES + 4) & 0xffff;
  if (version !== VERSION) throw new Error(`data.mdb is of format ${version}, not ${VERSION}`);
  const pageBytes = page.u32(HEADER_BYTES + 24);
  const isPower = (pageBytes & (pageBytes - 1)) === 0;
  if (!isPower || pageBytes < MIN_PAGE_BYTES || pageBytes > MAX_PAGE_BYTES) throw damaged(0);
  return {
    pageBytes,
    pages: page.u64(HEADER_BYTES + 120) + 1,
    transaction: page.u64(HEADER_BYTES + 128),
    // Of the free pages, and of the table of tables.
    roots: [page.u64(HEADER_BYTES + 64), page.u64(HEADER_BYTES + 112)],
  };
}

/** Goes through pages from the roots down, level by level. */
function checkPages(fd: number, { pageBytes, pages, roots }: Meta): void {
  const present = Math.floor(fstatSync(fd).size / pageBytes);
  const end = Math.min(pages, present);
  let left = present < pages ? Infinity : CHECKED_PAGES;
  let level = roots.filter((root) => root !== NO_ROOT);
  while (level.length > 0) {
    const next: number[] = [];
    for (const number of level) {
      if (number >= end) throw damaged(number);
      if (left-- <= 0) continue;
      const children = readPage(fd, { number, pageBytes }, (page) => childrenOf(page, number, end));
      next.push(...children);
    }
    level = next;
  }
}

/** The pages that a page refers to. */
function childrenOf(page: Page, number: number, end: number): number[] {
  const flags = page.u16(FLAGS_AT);
  if (page.u64(0) !== number || (flags & (BRANCH | LEAF)) === 0) throw damaged(number);
  const nodes = (page.u16(LOWER_AT) & ~1) / 2;
  const children: number[] = [];
  for (let i = 0; i < nodes; i++) {
    const node = HEADER_BYTES + page.u16(HEADER_BYTES + 2 * i);
    if ((flags & BRANCH) !== 0) {
      children.push(page.u16(node + 4) * 2 ** 32 + page.u32(node));
      continue;
    }
    const value = node + NODE_BYTES + page.u16(node + 6);
    const kind = page.u16(node + 4);
    if ((kind & BIG_VALUE) !== 0) {
      const last = page.u64(value) + Math.max(1, page.u64(value + 16)) - 1;
      if (last >= end) throw damaged(last);
    } else if ((kind & TABLE) !== 0) {
      const root = page.u64(value + 40);
      if (root !== NO_ROOT) children.push(root);
    }
  }
  return children;
}

const LITTLE_ENDIAN = endianness() === 'LE';

/** The numbers of a page, in the order of this machine's bytes. @throws RangeError past its end */
function numbersOf(page: DataView) {
  return {
    u16: (at: number) => page.getUint16(at, LITTLE_ENDIAN),
    u32: (at: number) => page.getUint32(at, LITTLE_ENDIAN),
    u64: (at: number) => Number(page.getBigUint64(at, LITTLE_ENDIAN)),
  };
}

type Page = ReturnType<typeof numbersOf>;

/** Reads a page, or the beginning of one; what refers to something past its end is damaged. */
function readPage<T>(
  fd: number,
  { number, pageBytes, bytes = pageBytes }: { number: number; pageBytes: number; bytes?: number },
  parse: (page: Page) => T,
): T {
  const buffer = new ArrayBuffer(bytes);
  const got = readSync(fd, new Uint8Array(buffer), 0, bytes, number * pageBytes);
  try {
    return parse(numbersOf(new DataView(buffer, 0, got)));
  } catch (thrown) {
    throw thrown instanceof RangeError ? damaged(number) : thrown;
  }
}

function damaged(page: number): Error {
  return new Error(`data.mdb is damaged, or was cut short, at page ${page}`);
}
