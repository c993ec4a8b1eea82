import { existsSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** Where Debian puts it, and others. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function findChromium(): string | undefined {
  return PLACES.find((path) => existsSync(path));
}

/** A browser of its own, with a profile that is gone when it ends. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error('chromium is not here: apt-get install chromium');
  return chromium.launch({ executablePath, args: FLAGS, headless: true });
}

/** A page, and what must not happen on it. */
export interface WatchedPage {
  readonly page: Page;
  /** Errors, warnings of the policy, dialogs, and requests to anywhere else. */
  readonly troubles: readonly string[];
}

/** Opens a page that nothing was stored for before. */
export async function openPage(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 720 }, ...options });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', () => troubles.push('a window'));
  page.on('download', () => troubles.push('a download'));
  page.on('request', (request) => {
    const url = request.url();
    const inside = url.startsWith(origin) || url.startsWith('blob:') || url.startsWith('data:');
    if (!inside) troubles.push(`request: ${url}`);
  });
  return { page, troubles };
}

/** A browser has many processes: on a machine that others use too, all of them wait. */
const TEST_MS_MAX = 240_000;

/** Whether the machine has time for the browser: otherwise what is measured is what else runs. */
export function isQuiet(): boolean {
  const [load = 0] = loadavg();
  return load < 2 * availableParallelism();
}

/** Tests in a browser: skipped where there is none, but not under CI. */
export function describeInBrowser(name: string, body: (browser: () => Browser) => void): void {
  if (findChromium() === undefined && process.env.CI !== 'true') {
    describe.skip(`${name}: skipped, for there is no chromium; apt-get install chromium`, () => {
      body(() => {
        throw new Error('skipped');
      });
    });
    return;
  }
  describe(name, () => {
    jest.setTimeout(TEST_MS_MAX);
    let browser: Browser | undefined;
    beforeAll(async () => {
      browser = await startBrowser();
    });
    afterAll(() => browser?.close());
    body(() => browser!);
  });
}

/** Prints what was measured, also where the test passes. */
export function figure(what: string, value: object): void {
  process.stdout.write(`${what}: ${JSON.stringify(value)}\n`);
}
