import { crc32, deflateSync } from 'node:zlib';
import type { FunctionProcess } from '../../e2e/function.js';
import { buildMessage } from '../../../src/testing/message.js';
import { datagrams, sendStream } from './streams.js';

/** What the pages of the screenshots and of the tests for everybody's use show: one stream of each kind, and some more. */
export const SAMPLE_PAGES = {
  list: '/view/',
  text: '/view/s/chromium/builds/8123/linux-rel/%2B/steps/compile/stdout',
  binary: '/view/s/chromium/builds/8123/linux-rel/%2B/steps/test/screenshot.png',
  datagram: '/view/s/chromium/builds/8123/linux-rel/%2B/steps/test/results',
} as const;

const ESC = '\u001b';

/** Sends the streams of SAMPLE_PAGES, and some that are written, or lack logs. */
export async function sendSample(func: FunctionProcess): Promise<void> {
  const step = { contentType: 'text/plain', tags: { builder: 'linux-rel' } };
  await sendStream(func, { name: 'steps/compile/stdout', ...step }, [Buffer.from(compileLog())]);
  await sendStream(func, { name: 'steps/bot_update/stdout' }, [Buffer.from(updateLog())]);
  const image = { name: 'steps/test/screenshot.png', type: 'binary', contentType: 'image/png' };
  await sendStream(func, { ...image, type: 'binary' }, [screenshot(240, 120)]);
  const results = { name: 'steps/test/results', contentType: 'application/json' };
  await sendStream(func, { ...results, type: 'datagram' }, [datagrams(testResults())]);
  await sendStream(func, { project: 'demo', prefix: 'me/1', name: 'greeting' }, [
    Buffer.from('hello\n'),
  ]);
  const going = Array.from({ length: 40 }, (_, line) => `[ RUN      ] Suite.Test${line}`);
  const lacking = { name: 'lacking', index: 0, logs: ['one', 'two'], terminalIndex: 9 };
  const message = { project: 'demo', prefix: 'me/2' };
  await func.push(
    buildMessage({ ...message, streams: [{ name: 'running', logs: going }, lacking] }),
  );
}

function compileLog(): string {
  const lines = ['ninja: Entering directory `out/Release`'];
  for (let step = 1; step <= 2400; step++) {
    const place = `[${step}/2400]`;
    if (step % 311 === 12) {
      lines.push(
        `${place} ${ESC}[1mCXX${ESC}[0m obj/net/quic/session_${step}.o`,
        `${ESC}[1m../../net/quic/session_${step}.cc:${step}:17: ${ESC}[35mwarning: ${ESC}[0m${ESC}[1munused variable 'delay' [-Wunused-variable]${ESC}[0m`,
        `  ${step} |   const int delay = Jitter(base);`,
        `       |             ${ESC}[1;32m^~~~~${ESC}[0m`,
      );
    } else if (step % 7 === 0) {
      lines.push(`${place} ${ESC}[36mLINK${ESC}[0m ./lib/component_${step}.so`);
    } else {
      lines.push(`${place} ${ESC}[1mCXX${ESC}[0m obj/base/file_${step}.o`);
    }
  }
  lines.push(`${ESC}[1;32mBuild succeeded${ESC}[0m: 2400 steps, 0 failed, 1m42s`);
  return `${lines.join('\n')}\n`;
}

function updateLog(): string {
  const line = (n: number) => `Syncing third_party/lib_${n} ... done`;
  return Array.from({ length: 120 }, (_, n) => `${line(n)}\n`).join('');
}

function testResults(): Buffer[] {
  return Array.from({ length: 24 }, (_, n) => {
    if (n === 2) return Buffer.from(Array.from({ length: 72 }, (_item, at) => (at * 37) % 256));
    const status = n % 5 === 1 ? 'FAIL' : 'PASS';
    const tags = { suite: 'unit', shard: n % 4 };
    const result = { testId: `Net/QuicSessionTest.Case${n}`, status, durationMs: 12.5 * n, tags };
    return Buffer.from(JSON.stringify(result));
  });
}

/** A small image that looks like something. */
export function screenshot(width: number, height: number): Buffer {
  const rows: Buffer[] = [];
  for (let y = 0; y < height; y++) {
    const row = Buffer.alloc(1 + width * 3);
    for (let x = 0; x < width; x++) {
      const wave = 0.5 + 0.5 * Math.sin(x / 19 + Math.sin(y / 23) * 2);
      row.set([40 + 160 * wave, 90 + (120 * y) / height, 200 - 90 * wave], 1 + x * 3);
    }
    rows.push(row);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type), data]);
  const [head, tail] = [Buffer.alloc(4), Buffer.alloc(4)];
  head.writeUInt32BE(data.length);
  tail.writeUInt32BE(crc32(content));
  return Buffer.concat([head, content, tail]);
}
