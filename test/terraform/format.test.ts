import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderOfSuite } from '../e2e/function.js';
import { checkFormat } from './check_format.js';
import { MODULE } from './module.js';
import { describeWithTerraform, terraform } from './terraform.js';

const FILES = readdirSync(MODULE, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.tf'),
);

const GOOD = `resource "google_pubsub_topic" "bundles" {
  count = 1

  project = "p"
  # A comment parts the group.
  labels = {
    a       = 1 # { is not opened
    "b:c"   = "{"
    longest = [1, 2]
  }
  list = [
    { a = 1 },
    "b",
  ]
  size = var.small == null ? 1 : max(2, 3)
}
`;

/** What is replaced in it, and what the check then says. */
const BAD: readonly (readonly [string, string, string, string])[] = [
  ['a line that is indented by three', '  count', '   count', '2: it is indented by 3, not by 2'],
  ['a tab', '  count', '\tcount', '2: it is indented by 1, not by 2'],
  [
    'a member of an object that is not indented',
    '    a  ',
    '  a  ',
    '7: it is indented by 2, not by 4',
  ],
  [
    'a closing bracket that is indented too far',
    '\n  ]',
    '\n    ]',
    '14: it is indented by 4, not by 2',
  ],
  ['a blank at the end of a line', 'count = 1', 'count = 1 ', '2: it ends with a blank'],
  [
    'an = that is not below the one before',
    '"b:c"   =',
    '"b:c" =',
    '8: its = is in column 11, not 13',
  ],
  [
    'an = that is further right than it needs',
    'count =',
    'count  =',
    '2: its = is in column 10, not 9',
  ],
  ['two blanks behind an =', 'count = 1', 'count =  1', '2: it has two blanks between words'],
  ['an operator without blanks', ' == null', '==null', '15: an operator has no blank beside it'],
  ['a ? without a blank before it', ' ? ', '? ', '15: an operator has no blank beside it'],
  [
    'a comma without a blank behind it',
    '(2, 3)',
    '(2,3)',
    '15: a comma has a blank before it, or none behind it',
  ],
  [
    'a brace without a blank on its inner side',
    '{ a = 1 }',
    '{a = 1 }',
    '12: a brace has no blank on its inner side',
  ],
  [
    'a bracket with a blank on its inner side',
    '(2, 3)',
    '( 2, 3)',
    '15: a bracket has a blank on its inner side',
  ],
];

function broken(from: string, to: string): string {
  if (GOOD.split(from).length !== 2) throw new Error(`there is not exactly one: ${from}`);
  return GOOD.replace(from, to);
}

describe('the format check of the Terraform module', () => {
  test.each(FILES)('%s is formatted as terraform fmt does', (name) => {
    expect(checkFormat(readFileSync(join(MODULE, name), 'utf8'))).toEqual([]);
  });

  test('a text that is formatted right has no problem', () => {
    expect(checkFormat(GOOD)).toEqual([]);
  });

  test.each(BAD)('reports %s, with its line', (_, from, to, problem) => {
    expect(checkFormat(broken(from, to))).toContain(problem);
  });
});

describeWithTerraform('terraform fmt', () => {
  const folder = folderOfSuite();

  test('changes nothing in the module', async () => {
    expect(await terraform(MODULE, ['fmt', '-check', '-diff', '-recursive'])).toEqual({
      status: 0,
      out: '',
    });
  });

  test('changes each text that the format check reports, and leaves the right one as it is', async () => {
    const texts = [GOOD, ...BAD.map(([, from, to]) => broken(from, to))];
    texts.forEach((text, i) => {
      mkdirSync(join(folder, String(i)));
      writeFileSync(join(folder, String(i), 'main.tf'), text);
    });
    const { out } = await terraform(folder, ['fmt', '-check', '-list=true', '-recursive']);
    expect(out.trim().split('\n').sort()).toEqual(BAD.map((_, i) => `${i + 1}/main.tf`).sort());
  });
});
