/** An assignment on a line of its own, as `  name   = value`. */
const ASSIGNMENT = /^( *)((?:[\w-]+|"[^"]*")) *( = )/;
/** Where a string is, its content is none of the format's business. */
const STRING = /"(?:[^"\\]|\\.)*"/g;

/** What is wrong between the words of a line. */
const SPACING: readonly (readonly [RegExp, string])[] = [
  [/\S {2,}\S/, 'it has two blanks between words'],
  [
    /(?:\S(?:[=!<>]=|&&|\|\||=>|[?:])|(?:[=!<>]=|&&|\|\||=>|[?:])\S)/,
    'an operator has no blank beside it',
  ],
  [/,\S| ,/, 'a comma has a blank before it, or none behind it'],
  [/\{[^\s}]|[^\s{]\}/, 'a brace has no blank on its inner side'],
  [/[([] |\S +[)\]]/, 'a bracket has a blank on its inner side'],
];

/**
 * Finds where a file is not as `terraform fmt` writes it: two blanks a level of nesting, no tabs and no blanks at the end of
 * a line, and the `=` of neighbouring lines below one another; one blank beside operators, and none within brackets.
 *
 * @returns the numbers of the lines, from 1, with what is wrong
 */
export function checkFormat(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) !== '' || lines.at(-2) === '')
    return ['the file does not end with one line end'];
  return [...checkLines(lines), ...checkAlignment(lines)];
}

function checkLines(lines: readonly string[]): string[] {
  const problems: string[] = [];
  let depth = 0;
  lines.forEach((line, i) => {
    const code = codeOf(line);
    const closing = /^[\s)\]}]*/.exec(code)![0].replace(/\s/g, '').length > 0 ? 1 : 0;
    const indent = /^\s*/.exec(line)![0];
    const wanted = ' '.repeat(2 * (depth - closing));
    if (line.trim() !== '' && indent !== wanted) {
      problems.push(`${i + 1}: it is indented by ${indent.length}, not by ${wanted.length}`);
    }
    if (/\s$/.test(line)) problems.push(`${i + 1}: it ends with a blank`);
    if (line === '' && lines[i - 1] === '' && i < lines.length - 1)
      problems.push(`${i + 1}: it is the second empty line`);
    // How far the = is from the name, the alignment says.
    const words = code.trim().replace(/^([\w-]+|"") +=(?= )/, '$1 =');
    for (const [wrong, problem] of SPACING)
      if (wrong.test(words)) problems.push(`${i + 1}: ${problem}`);
    depth += levels(code);
  });
  return problems;
}

/** How many levels a line opens, less those it closes; several brackets of one line are one level. */
function levels(code: string): number {
  const opened = code.match(/[([{]/g) ?? [];
  const closed = code.match(/[)\]}]/g) ?? [];
  return Math.sign(opened.length - closed.length);
}

/** A line without its comment, and with the content of its strings left out. */
function codeOf(line: string): string {
  return line.replace(STRING, '""').replace(/(#|\/\/).*$/, '');
}

/** Neighbouring lines with an assignment that ends with its line have their `=` in one column. */
function checkAlignment(lines: readonly string[]): string[] {
  const problems: string[] = [];
  let group: { line: number; name: number; sign: number }[] = [];
  const end = () => {
    const wanted = Math.max(0, ...group.map(({ name }) => name)) + 1;
    for (const { line, sign } of group) {
      if (sign !== wanted)
        problems.push(`${line}: its = is in column ${sign + 1}, not ${wanted + 1}`);
    }
    group = [];
  };
  lines.forEach((text, i) => {
    const [all, indent, name] = ASSIGNMENT.exec(text) ?? [];
    if (all === undefined) {
      end();
      return;
    }
    const opens = levels(codeOf(text)) > 0;
    if (opens) end();
    group.push({ line: i + 1, name: indent!.length + name!.length, sign: all.length - 2 });
    if (opens) end();
  });
  end();
  return problems;
}
