import { useState } from 'preact/hooks';
import { useEvents } from '../hooks.js';
import { paletteColor, readable, type Style } from '../model/sgr.js';
import type { Span } from '../model/spans.js';

const DARK = matchMedia('(prefers-color-scheme: dark)');

/** The colours of the page that the first 16 of the palette have. */
const COLORS = {
  light:
    '#1b1f24 #b42318 #1a7f37 #7a5600 #0b5cad #8b2fb8 #0b6b76 #57606a #57606a #d1362b #23863e #8f6600 #1f6fc9 #a044cf #117f8b #6e7781',
  dark: '#7d8896 #ff7b72 #62d37c #e3c04e #79b8ff #d58cf5 #56d0d8 #d5dbe3 #9aa5b1 #ffa198 #8ae99f #f5dc84 #a5d0ff #e5b1fb #8be6ec #ffffff',
} as const;

/** As backgrounds, in both schemes. */
const BACKGROUNDS =
  '#1b1f24 #b42318 #1a7f37 #b58900 #0b5cad #8b2fb8 #0b6b76 #d0d7de #57606a #ff7b72 #62d37c #f5dc84 #79b8ff #d58cf5 #56d0d8 #ffffff'.split(
    ' ',
  );

/** The page's own text and background: those of `app.css`. */
const PAGE = {
  light: { text: '#1b1f24', background: '#ffffff' },
  dark: { text: '#e3e8ee', background: '#0f1318' },
} as const;

type Scheme = keyof typeof PAGE;

function scheme(): Scheme {
  return DARK.matches ? 'dark' : 'light';
}

/** Renders a component anew when the system changes between light and dark. */
export function useScheme(): Scheme {
  const [now, setNow] = useState(scheme);
  useEvents(DARK, ['change'], () => setNow(scheme()));
  return now;
}

/** How many colours are remembered: a log of true colours must not fill the page. */
const MAX_REMEMBERED = 4096;

const remembered = new Map<string, string>();

/** Returns the colours of a style, so that the text can be read whatever they are. */
function colorsOf(style: Style, now: Scheme): { color?: string; 'background-color'?: string } {
  const { color, background, inverse = false } = style;
  if (color === undefined && background === undefined && !inverse) return {};
  const page = PAGE[now];
  const palette = COLORS[now].split(' ');
  let fore = resolve(color, palette) ?? page.text;
  let back = resolve(background, BACKGROUNDS);
  if (inverse) [fore, back] = [back ?? page.background, fore];
  const key = `${fore}${back ?? page.background}`;
  let shown = remembered.get(key);
  if (shown === undefined) {
    shown = readable(fore, back ?? page.background);
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(key, shown);
  }
  return { color: shown, ...(back !== undefined && { 'background-color': back }) };
}

function resolve(color: Style['color'], palette: readonly string[]): string | undefined {
  return typeof color === 'number' ? (paletteColor(color) ?? palette[color]) : color;
}

/** The parts of a style that are classes of `app.css`; colours are not. */
const STYLES = ['bold', 'dim', 'italic', 'underline', 'strike'] as const;

function classOf({ style, named, found }: Span): string {
  const classes: string[] = STYLES.filter((name) => style[name] === true);
  if (found === true) classes.unshift('found');
  if (named !== undefined) classes.unshift('named');
  return classes.join(' ');
}

/** Spans, as text and nothing else. */
export function SpanView({ spans, scheme: now }: { spans: readonly Span[]; scheme: Scheme }) {
  return (
    <>
      {spans.map((span, index) => {
        const name = classOf(span);
        const colors = span.found === true ? {} : colorsOf(span.style, now);
        if (name === '' && !('color' in colors)) return span.text;
        const Tag = span.found === true ? 'mark' : 'span';
        return (
          <Tag key={index} class={name} style={colors} title={span.named}>
            {span.text}
          </Tag>
        );
      })}
    </>
  );
}
