import type { Page } from 'playwright-core';

/** What the tests run in the page, as text: the tests' own types are those of Node. */

/** Where the keyboard is, in words. */
export async function focusedText(page: Page): Promise<string> {
  const text: string = await page.evaluate(`
    (document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent).trim()
  `);
  return text;
}

/** The width that the page as a whole takes, in pixels. */
export async function pageWidth(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth');
}

export async function clipboardText(page: Page): Promise<string> {
  return page.evaluate('navigator.clipboard.readText()');
}

export interface Frames {
  readonly count: number;
  /** In milliseconds. */
  readonly median: number;
  readonly p99: number;
  readonly longest: number;
  /** What the page's main thread worked for a frame, whatever else ran on the machine. */
  readonly cpu: number;
  /** How far it was scrolled, in pixels. */
  readonly distance: number;
}

/**
 * Scrolls an element from its top, a step a frame; the first and the last frames are not counted.
 *
 * @param distance in pixels; it begins at the top again where the element is lower. Default: to its bottom
 */
export async function scrollThrough(
  page: Page,
  selector: string,
  ms: number,
  distance?: number,
): Promise<Frames> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const taskSeconds = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')!.value;
  };
  const before = await taskSeconds();
  const [times, scrolled]: [number[], number] = await page.evaluate(`
    new Promise((resolve) => {
      const element = document.querySelector(${JSON.stringify(selector)});
      const distance = ${String(distance)};
      const height = () => element.scrollHeight - element.clientHeight;
      const frames = [];
      const began = performance.now();
      let last = began;
      const step = (now) => {
        frames.push(now - last);
        last = now;
        const far = ((distance ?? height()) * (now - began)) / ${ms};
        element.scrollTop = distance === undefined ? far : far % height();
        if (now - began < ${ms}) requestAnimationFrame(step);
        else resolve([frames, distance ?? height()]);
      };
      requestAnimationFrame(step);
    })
  `);
  const sorted = times.slice(5, -5).sort((one, other) => one - other);
  const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)]!);
  const longest = Math.round(sorted.at(-1)!);
  const cpu = Math.round((((await taskSeconds()) - before) / times.length) * 1e4) / 10;
  await session.detach();
  return { count: times.length, median: at(0.5), p99: at(0.99), longest, cpu, distance: scrolled };
}

/**
 * Notes when each line of text is first in the page, by the number that it begins with.
 *
 * @param prefix what a line begins with, before its number
 */
export async function noteLines(page: Page, prefix: string): Promise<void> {
  await page.evaluate(`
    window.seenLines = {};
    const look = () => {
      for (const element of document.querySelectorAll('.line .text')) {
        const text = element.textContent;
        if (!text.startsWith(${JSON.stringify(prefix)})) continue;
        const number = parseInt(text.slice(${prefix.length}), 10);
        window.seenLines[number] ??= Date.now();
      }
    };
    look();
    new MutationObserver(look).observe(document.body, {
      childList: true, characterData: true, subtree: true,
    });
  `);
}

/** When each line was first in the page, in milliseconds since 1970. */
export async function notedLines(page: Page): Promise<Readonly<Record<number, number>>> {
  return page.evaluate('window.seenLines');
}
