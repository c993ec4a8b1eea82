/** Deeper, each level is indented as this one: hostile JSON must not come to a thousand times its size. */
const MAX_INDENT = 50;

/** Strings, and everything else up to the next mark. */
const TOKENS = /"(?:[^"\\]|\\.)*"|[[\]{},:]|[^\s[\]{},:"]+/g;

/**
 * Indents JSON, token by token, so that numbers and strings stay as they are written; undefined where the text is no JSON
 * object or array.
 */
export function indentJson(text: string): string | undefined {
  if (!/^\s*[[{]/.test(text) || !isJson(text)) return undefined;
  let out = '';
  let depth = 0;
  let before = '';
  const newline = () => `\n${'  '.repeat(Math.min(depth, MAX_INDENT))}`;
  for (const [token] of text.matchAll(TOKENS)) {
    const closes = token === '}' || token === ']';
    if (closes) depth--;
    const opened = before === '{' || before === '[';
    if (closes ? !opened : opened || before === ',') out += newline();
    out += token === ':' ? ': ' : token;
    if (token === '{' || token === '[') depth++;
    before = token;
  }
  return out;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
