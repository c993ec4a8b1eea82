import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../src/common/package_root.js';
import { FunctionProcess, temporaryFolder } from '../../e2e/function.js';
import { openPage, startBrowser } from './browser.js';
import { SAMPLE_PAGES, sendSample } from './sample.js';

/** Makes the README's pictures of the viewer: `npm run screenshots`. */

const FOLDER = join(packageRoot(), 'docs/screenshots');

/** Of a page, in pixels: as wide as a README is shown. */
const VIEWPORT = { width: 1080, height: 500 };

/** Until what a page asks for is there. */
const SETTLE_MS = 1500;

async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const folder = temporaryFolder();
  const func = await FunctionProcess.start('serve', join(folder.path, 'data'));
  const browser = await startBrowser();
  try {
    await sendSample(func);
    const origin = `http://127.0.0.1:${func.port}`;
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const [name, path] of Object.entries(SAMPLE_PAGES)) {
        const options = { colorScheme, viewport: VIEWPORT };
        const { page } = await openPage(browser, origin, options);
        // Where there is something to see.
        const hash = name === 'text' ? '#L328-L330' : '';
        await page.goto(`${origin}${path}${hash}`);
        await page.waitForTimeout(SETTLE_MS);
        const file = join(FOLDER, `${name}-${colorScheme}.png`);
        await page.screenshot({ path: file });
        console.log(`${file}: ${statSync(file).size} bytes`);
        await page.context().close();
      }
    }
  } finally {
    await browser.close();
    await func.end('SIGTERM');
    folder.remove();
  }
}

void main();
