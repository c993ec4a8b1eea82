import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { packageRoot } from '../../../src/common/package_root.js';
import { buildMessage } from '../../../src/testing/message.js';
import { functionOfSuite } from '../../e2e/function.js';
import { ViewProcess } from '../view_process.js';
import { describeInBrowser, figure, openPage } from './browser.js';
import { clipboardText, focusedText, pageWidth, scrollThrough } from './in_page.js';
import { SAMPLE_PAGES, sendSample } from './sample.js';

const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResults {
  readonly passes: readonly unknown[];
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** What axe-core finds wrong on a page, by rule and element. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const results: AxeResults = await page.evaluate('axe.run()');
  // It has looked.
  expect(results.passes.length).toBeGreaterThan(10);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`),
  );
}

describeInBrowser('viewer in a browser', (browser: () => Browser) => {
  const { collect: func } = functionOfSuite('serve');

  beforeAll(() => sendSample(func()));

  test("the demo's streams appear in the list, while it is open, and open themselves", async () => {
    const { page, troubles } = await openPage(browser(), func().origin);
    await page.goto(`${func().origin}/view/`);
    await page.getByRole('row').first().waitFor();
    const messages = join(packageRoot(), 'src/cli/demo/messages.jsonl');
    for (const line of readFileSync(messages, 'utf8').trim().split('\n')) {
      const { message } = JSON.parse(line) as { message: string };
      await func().push(Buffer.from(message, 'base64'));
    }
    for (const [name, content] of Object.entries({
      stdout: /\S/,
      stderr: /\S/,
      annotations: /#0/,
      utf8: /\S/,
    })) {
      await page.getByLabel('Filter').fill(`test-project/**/${name}`);
      const link = page.getByRole('link', { name, exact: true });
      await link.click();
      await page.getByRole('heading', { name, exact: true }).waitFor();
      await page.getByRole('listitem').filter({ hasText: content }).first().waitFor();
      await page.getByRole('link', { name: 'All streams' }).click();
    }
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test.each(['light', 'dark'] as const)(
    'axe-core finds nothing on the four kinds of pages, %s',
    async (colorScheme) => {
      for (const [name, path] of Object.entries(SAMPLE_PAGES)) {
        const { page, troubles } = await openPage(browser(), func().origin, { colorScheme });
        await page.goto(`${func().origin}${path}`);
        await page
          .getByText(/complete|streams/)
          .first()
          .waitFor();
        await page.waitForTimeout(300);
        expect([name, await violations(page), troubles]).toEqual([name, [], []]);
        await page.keyboard.press('?');
        await page.getByRole('dialog').waitFor();
        expect([name, await violations(page)]).toEqual([name, []]);
        await page.context().close();
      }
    },
  );

  test('a phone and a page at 400 % have no more to scroll than what scrolls by itself', async () => {
    for (const viewport of [
      { width: 360, height: 740 },
      { width: 320, height: 256 },
    ]) {
      for (const [name, path] of Object.entries(SAMPLE_PAGES)) {
        const { page } = await openPage(browser(), func().origin, { viewport });
        await page.goto(`${func().origin}${path}`);
        await page
          .getByText(/complete|streams/)
          .first()
          .waitFor();
        const width = await pageWidth(page);
        expect([name, viewport.width, width]).toEqual([name, viewport.width, viewport.width]);
        const rows = page.locator('.row, .stream-row').first();
        expect(await rows.isVisible()).toBe(true);
        await page.context().close();
      }
    }
  });

  test('the list works by keyboard, and says how streams stand', async () => {
    const { page, troubles } = await openPage(browser(), func().origin);
    await page.goto(`${func().origin}/view/`);
    await page.getByRole('link', { name: 'running' }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('demo/**');
    await page.keyboard.press('Escape');
    await page.getByText(/^3 of /).waitFor();
    const states = page.getByRole('row').filter({ has: page.getByRole('link') });
    await page.getByText('Incomplete').waitFor();
    expect(await states.getByRole('cell').allInnerTexts()).toEqual(
      expect.arrayContaining(['Ended', 'Streaming', 'Incomplete', 'Text']),
    );
    const seen: string[] = [];
    for (let row = 0; row < 7; row++) {
      await page.keyboard.press('ArrowDown');
      await page.waitForTimeout(100);
      seen.push(await focusedText(page));
    }
    expect(seen.map((text) => text.replace(/\d+$/, ''))).toEqual(
      ['demo', 'me/1', 'greeting', 'me/2', 'lacking', 'running', 'running'].map((text) =>
        text.replace(/\d+$/, ''),
      ),
    );
    await page.keyboard.press('ArrowUp');
    await page.waitForTimeout(100);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'lacking' }).waitFor();
    await page.getByText('8 logs are missing').waitFor();
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test('a text works by keyboard: ends, search, wrap, times, a line, a range, copy, help', async () => {
    const { page, troubles } = await openPage(browser(), func().origin, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.goto(`${func().origin}${SAMPLE_PAGES.text}`);
    await page.getByText('ninja: Entering').waitFor();
    await page.keyboard.press('G');
    await page.getByText('Build succeeded').waitFor();
    await page.keyboard.press('g');
    await page.getByText('ninja: Entering').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('WARNING: unused');
    await page.keyboard.press('Enter');
    await page.getByText('1 of 8').waitFor();
    expect(await page.locator('mark').allInnerTexts()).toEqual(['warning: ', 'unused']);
    await page.keyboard.press('Escape');
    await page.keyboard.press('n');
    await page.getByText('2 of 8').waitFor();
    await page.keyboard.press('N');
    await page.getByText('1 of 8').waitFor();
    await page.keyboard.press('N');
    await page.getByText('8 of 8').waitFor();
    await page.keyboard.press('w');
    expect(await page.getByRole('button', { name: 'Wrap' }).getAttribute('aria-pressed')).toBe(
      'true',
    );
    await page.keyboard.press('t');
    await page
      .locator('time')
      .filter({ hasText: /^\d\d:\d\d:\d\d\.\d{3}$/ })
      .first()
      .waitFor();
    await page.keyboard.press(':');
    await page.keyboard.type('120');
    await page.keyboard.press('Enter');
    await page.locator('.line.selected').waitFor();
    expect(page.url()).toMatch(/#L120$/);
    await page.getByRole('link', { name: 'Line 123', exact: true }).click({ modifiers: ['Shift'] });
    expect(page.url()).toMatch(/#L120-L123$/);
    expect(await page.locator('.line.selected').count()).toBe(4);
    await page.keyboard.press('c');
    await page.getByText('Copied 4 lines').waitFor();
    const copied = await clipboardText(page);
    expect(copied.split('\n')).toHaveLength(5);
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText('next and previous line that was found').waitFor();
    await page.keyboard.press('Escape');
    // The link alone leads there.
    await page.goto(`${func().origin}${SAMPLE_PAGES.text}#L2000-L2001`);
    await page.reload();
    await page.locator('.line.selected').first().waitFor();
    expect(await page.locator('.line.selected').count()).toBe(2);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test('a binary stream shows its size, its bytes and its image; datagrams their JSON or bytes', async () => {
    const { page, troubles } = await openPage(browser(), func().origin);
    await page.goto(`${func().origin}${SAMPLE_PAGES.binary}`);
    const image = page.getByRole('img');
    await image.waitFor();
    expect(await image.boundingBox()).toMatchObject({ width: 240, height: 120 });
    await page.getByText('·PNG').waitFor();
    await page.getByText(/\(.* bytes\)/).waitFor();
    await page.goto(`${func().origin}${SAMPLE_PAGES.datagram}`);
    await page.getByText('"testId": "Net/QuicSessionTest.Case0"').waitFor();
    await page.getByText('hexadecimal').waitFor();
    await page.keyboard.press('G');
    await page.getByText('"testId": "Net/QuicSessionTest.Case23"').waitFor();
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test('a gap is shown as one, and a stream that is not there is an error in plain words', async () => {
    const { page } = await openPage(browser(), func().origin);
    const logs = ['one', 'two'];
    const message = { project: 'demo', prefix: 'me/3' };
    await func().push(buildMessage({ ...message, streams: [{ name: 'gap', logs }] }));
    await func().push(
      buildMessage({ ...message, streams: [{ name: 'gap', logs: ['six'], index: 5 }] }),
    );
    await page.goto(`${func().origin}/view/s/demo/me/3/%2B/gap`);
    await page.getByText('Logs 2 to 4 are missing, lines 3 to 5').waitFor();
    await page.getByText('six').waitFor();
    // They come after all.
    await func().push(
      buildMessage({ ...message, streams: [{ name: 'gap', logs: ['3', '4', 'five'], index: 2 }] }),
    );
    await page.getByText('five').waitFor();
    await page.goto(`${func().origin}/view/s/demo/me/4/%2B/none`);
    await page.getByRole('heading', { name: 'There is no such stream' }).waitFor();
    await page.context().close();
  });

  test('a Coordinator elsewhere: a prefix is typed, and its streams open', async () => {
    const view = await ViewProcess.start(['--coordinator', `127.0.0.1:${func().port}`]);
    const { page, troubles } = await openPage(browser(), view.origin);
    await page.goto(`${view.origin}/view/`);
    await page.getByText('has no list of all its streams').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('/');
    await page.keyboard.type('chromium/builds/8123/linux-rel');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'steps/compile/stdout' }).click();
    await page.getByText('ninja: Entering').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('Build succeeded');
    await page.keyboard.press('Enter');
    await page.getByText('1 of 1').waitFor();
    expect(troubles).toEqual([]);
    await page.context().close();
    await view.stop();
  });

  test('a frame of a list of ten thousand streams takes no more than one of five hundred', async () => {
    for (let bundle = 0; bundle < 20; bundle++) {
      const streams = Array.from({ length: 500 }, (_, at) => ({ name: `s/${at}`, logs: ['x'] }));
      await func().push(buildMessage({ project: 'many', prefix: `run/${bundle}`, streams }));
    }
    const { page } = await openPage(browser(), func().origin);
    await page.goto(`${func().origin}/view/`);
    await page.getByText(/^10,0\d\d streams$/).waitFor();
    const started = Date.now();
    await page.getByLabel('Filter').fill('many/run/19/+/**/499');
    await page.getByText(/^1 of /).waitFor();
    const filtered = Date.now() - started;
    figure('10,000 streams, in ms', { filtered });
    const ratios: number[] = [];
    for (let run = 0; run < 3; run++) {
      await page.getByLabel('Filter').fill('');
      await page.getByText(/^10,0\d\d streams$/).waitFor();
      const many = await scrollThrough(page, '.streams', 2000);
      await page.getByLabel('Filter').fill('many/run/19/+/**');
      await page.getByText(/^500 of /).waitFor();
      const few = await scrollThrough(page, '.streams', 2000, many.distance);
      figure('frames of 2 s of scrolling', { many, few });
      ratios.push(many.cpu / few.cpu);
    }
    // What each frame draws is new, and as much, in both.
    expect(Math.min(...ratios)).toBeLessThan(1.5);
    expect(await page.locator('.stream-row').count()).toBeLessThan(100);
    await page.context().close();
  });

  test('a stream without logs for long is marked as silent', async () => {
    const { page } = await openPage(browser(), func().origin);
    // Its logs have a time long ago.
    await page.goto(`${func().origin}/view/s/demo/me/2/%2B/running`);
    await page.getByText(/No log for \d+ d: the writer is silent, or gone/).waitFor();
    await page.context().close();
  });
});
