/** How a piece of text is shown: what SGR escape sequences set (ECMA-48, 8.3.117). */
export interface Style {
  /** A number of the palette of 256 colours, or `#rrggbb`. */
  readonly color?: number | string | undefined;
  readonly background?: number | string | undefined;
  readonly bold?: boolean;
  readonly dim?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  readonly inverse?: boolean;
}

export const PLAIN: Style = {};

/** What a parameter sets, or resets. */
const CHANGES: Readonly<Record<number, Style>> = {
  1: { bold: true },
  2: { dim: true },
  3: { italic: true },
  4: { underline: true },
  7: { inverse: true },
  9: { strike: true },
  21: { underline: true },
  22: { bold: false, dim: false },
  23: { italic: false },
  24: { underline: false },
  27: { inverse: false },
  29: { strike: false },
  39: { color: undefined },
  49: { background: undefined },
};

/** Applies the parameters of one sequence to a style; what hides text or blinks is left out. */
export function applySgr(style: Style, parameters: string): Style {
  const codes = parameters.split(/[;:]/).map((text) => (text === '' ? 0 : Number(text)));
  let result = style;
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at]!;
    if (code === 38 || code === 48) {
      const { color, taken } = extendedColor(codes.slice(at + 1));
      if (color !== undefined) {
        result = { ...result, ...(code === 38 ? { color } : { background: color }) };
      }
      at += taken;
    } else {
      result = code === 0 ? PLAIN : { ...result, ...(CHANGES[code] ?? basicColor(code)) };
    }
  }
  return result;
}

function basicColor(code: number): Style {
  if (code >= 30 && code <= 37) return { color: code - 30 };
  if (code >= 90 && code <= 97) return { color: code - 90 + 8 };
  if (code >= 40 && code <= 47) return { background: code - 40 };
  if (code >= 100 && code <= 107) return { background: code - 100 + 8 };
  return PLAIN;
}

/** `5;N` or `2;R;G;B` */
function extendedColor([kind, ...values]: readonly number[]) {
  if (kind === 5) {
    const [index = -1] = values;
    return { color: index >= 0 && index <= 255 ? index : undefined, taken: 2 };
  }
  if (kind !== 2) return { color: undefined, taken: 1 };
  const rgb = values.slice(0, 3);
  const valid = rgb.length === 3 && rgb.every((value) => value >= 0 && value <= 255);
  return { color: valid ? hexColor(rgb) : undefined, taken: 4 };
}

/** The parts of `#rrggbb`, from 0 to 255. */
function rgbOf(color: string): number[] {
  return [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
}

function hexColor(rgb: readonly number[]): string {
  return `#${rgb.map((value) => Math.floor(value).toString(16).padStart(2, '0')).join('')}`;
}

/** The levels of the palette's colour cube. */
const CUBE = [0, 95, 135, 175, 215, 255];

/** Returns a colour past the first 16 of the palette, as `#rrggbb`; the first 16 are the page's own. */
export function paletteColor(index: number): string | undefined {
  if (index < 16) return undefined;
  if (index >= 232) return hexColor([0, 1, 2].map(() => 8 + (index - 232) * 10));
  const place = index - 16;
  const steps = [Math.floor(place / 36), Math.floor(place / 6) % 6, place % 6];
  return hexColor(steps.map((step) => CUBE[step]!));
}

/** Returns the relative luminance of `#rrggbb` (WCAG 2). */
function luminance(color: string): number {
  const [red, green, blue] = rgbOf(color).map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high! + 0.05) / (low! + 0.05);
}

/** The least contrast of text (WCAG 2, AA). */
const LEAST_CONTRAST = 4.5;

/** Returns a colour as near to the wanted one as can be read on a background. */
export function readable(color: string, background: string): string {
  const target = luminance(background) > 0.18 ? 0 : 255;
  const rgb = rgbOf(color);
  for (let share = 0; share < 1; share += 0.1) {
    const mixed = hexColor(rgb.map((value) => value + (target - value) * share));
    if (contrast(mixed, background) >= LEAST_CONTRAST) return mixed;
  }
  return target === 0 ? '#000000' : '#ffffff';
}
