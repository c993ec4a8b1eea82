import type { Browser } from 'playwright-core';
import { CONTENT_SECURITY_POLICY } from '../../../src/viewer/headers.js';
import { buildMessage } from '../../../src/testing/message.js';
import { functionOfSuite } from '../../e2e/function.js';
import { describeInBrowser, openPage } from './browser.js';
import { datagrams, sendStream } from './streams.js';

const ESC = '\u001b';

const MARKUP = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)><a href="javascript:alert(1)">x</a></svg>',
  '"><iframe src="http://evil.example/"></iframe>',
  "javascript:alert('1')",
  '</span></div><style>*{display:none}</style>',
  '{{constructor.constructor("alert(1)")()}}',
  '&lt;b&gt;&#x3c;',
];

const CONTROLS = Array.from({ length: 0xa0 }, (_, code) => code).filter(
  (code) => (code < 0x20 && code !== 0x0a && code !== 0x0d && code !== 9) || code >= 0x7f,
);

describeInBrowser('viewer: hostile logs', (browser: () => Browser) => {
  const { collect: func } = functionOfSuite('serve');

  const stream = (name: string) => ({ project: 'hostile', prefix: 'a/run', name });
  const urlOf = (name: string) => `${func().origin}/view/s/hostile/a/run/%2B/${name}`;

  test('scripts, markup, controls, links, the clipboard, directions and broken UTF-8 are only shown', async () => {
    const lines = [
      ...MARKUP,
      ...CONTROLS.map((code) => `control ${code}: ${String.fromCharCode(code)}.`),
      `${ESC}]8;;http://evil.example/${ESC}\\link${ESC}]8;;${ESC}\\`,
      `${ESC}]52;c;ZXZpbA==\u0007`,
      `${ESC}[2J${ESC}[H${ESC}[8mhidden${ESC}[0m`,
      'user = \u202e"nimda"\u202c; \u2066isolate\u2069',
      'a\u200bb\ufeffc\u00add\u{e0041}',
    ];
    const broken = [0xff, 0xc0, 0xaf, 0xed, 0xa0, 0x80, 0xf5, 0x0a];
    const text = Buffer.concat([Buffer.from(`${lines.join('\n')}\n`), Buffer.from(broken)]);
    await sendStream(func(), stream('text'), [text]);
    const { page, troubles } = await openPage(browser(), func().origin, {
      viewport: { width: 1200, height: 4500 },
      permissions: ['clipboard-read'],
    });
    const policies: (string | null)[] = [];
    page.on('response', (response) => {
      policies.push(response.headers()['content-security-policy'] ?? null);
    });
    await page.goto(urlOf('text'));
    await page.getByText('control 159').waitFor();
    const shown = (await page.locator('.line .text').allInnerTexts()).join('\n');
    for (const markup of MARKUP) expect(shown).toContain(markup);
    for (const code of CONTROLS) {
      expect(shown).toMatch(
        new RegExp(`^control ${code}: (?:[A-Z0-9]{2,3}|U\\+00[0-9A-F]{2})\\.$`, 'm'),
      );
    }
    expect(shown).toContain('ESC]8;;http://evil.example/ESC\\link');
    expect(shown).toContain('ESC]52;c;ZXZpbA==BEL');
    expect(shown).toContain('ESC[2JESC[Hhidden');
    expect(shown).toContain('U+202E"nimda"U+202C; U+2066isolateU+2069');
    expect(shown).toContain('aU+200BbU+FEFFcU+00ADdU+E0041');
    expect(shown).toContain('\\xFF\\xC0\\xAF\\xED\\xA0\\x80\\xF5');
    expect(await page.locator('.rows img, .rows script, .rows svg, .rows iframe').count()).toBe(0);
    const links = await page.locator('.rows a').evaluateAll('(all) => all.map((a) => a.hash)');
    expect(new Set(links as string[]).has('')).toBe(false);
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('');
    expect(troubles).toEqual([]);
    expect(new Set(policies)).toEqual(new Set([CONTENT_SECURITY_POLICY]));
    await page.context().close();
  });

  test('1 MB without a line break is shown, wrapped or not, to its end', async () => {
    const head = 'begin ';
    const body = Array.from({ length: 150_000 }, (_, at) => `w${at % 10}<b>xx`).join('');
    await sendStream(func(), stream('long'), [
      Buffer.from(`${head}${body} end-of-line\nnext line\n`),
    ]);
    const { page, troubles } = await openPage(browser(), func().origin);
    await page.goto(urlOf('long'));
    await page.getByText('begin ').waitFor();
    for (const wrap of [false, true]) {
      if (wrap) await page.keyboard.press('w');
      const started = Date.now();
      await page.keyboard.press('G');
      await page.getByText('next line').waitFor();
      await page.mouse.move(600, 400);
      await page.mouse.wheel(0, -100);
      await page.keyboard.press('G');
      await page.getByText('next line').waitFor();
      expect(Date.now() - started).toBeLessThan(5000);
    }
    const whole = String(await page.locator('.line').first().textContent());
    expect(whole.length).toBeGreaterThan(1_000_000);
    await page.keyboard.press('/');
    await page.keyboard.type('end-of-line');
    await page.keyboard.press('Enter');
    await page.getByText('1 of 1').waitFor();
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test('markup in tags, types and datagrams is text, and a binary stream of it no page', async () => {
    const [markup] = MARKUP;
    const described = { contentType: `text/html; x=${markup}`, tags: { t: markup! } };
    const items = [Buffer.from(JSON.stringify({ [markup!]: MARKUP })), Buffer.from(markup!)];
    await sendStream(func(), { ...stream('datagrams'), ...described, type: 'datagram' }, [
      datagrams(items),
    ]);
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
    await sendStream(func(), { ...stream('svg'), contentType: 'image/svg+xml', type: 'binary' }, [
      svg,
    ]);
    const { page, troubles } = await openPage(browser(), func().origin);
    await page.goto(urlOf('datagrams'));
    await page.getByText(`"${markup}": [`).waitFor();
    await page.getByText(`t=${markup}`).waitFor();
    await page.getByText(`text/html; x=${markup}`).waitFor();
    await page.goto(urlOf('svg'));
    await page.getByText('3c 73 76 67').waitFor();
    expect(await page.getByRole('img').count()).toBe(0);
    const raw = await page.request.get(
      `${func().origin}/view/api/raw?project=hostile&path=a/run/%2B/svg`,
    );
    expect(raw.headers()).toMatchObject({
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'content-security-policy': CONTENT_SECURITY_POLICY,
    });
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test('a path with markup in it is only shown', async () => {
    await func().push(buildMessage({ project: 'hostile', streams: [{ name: 'x', logs: ['y'] }] }));
    const { page, troubles } = await openPage(browser(), func().origin);
    await page.goto(`${func().origin}/view/s/hostile/${encodeURIComponent(MARKUP[1]!)}/%2B/x`);
    await page.getByRole('heading', { name: 'The logs cannot be read' }).waitFor();
    // The browser logs the failed call itself.
    expect(troubles.filter((text) => !text.includes('400 (Bad Request)'))).toEqual([]);
    await page.context().close();
  });
});
