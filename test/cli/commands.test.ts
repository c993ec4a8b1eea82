import { COMMANDS, runCli } from '../../src/cli/commands.js';
import { flagOf } from '../../src/service/setting.js';
import { SETTINGS } from '../../src/service/settings.js';
import { testIo } from './io.js';

/** Where no store is, so that what gets past the arguments finds nothing. */
const env = { DATA_DIR: '/nonexistent/logdog' };

const PATH = 'demo/me/1/+/out';
const STREAM = ['--project', 'demo', '--prefix', 'me/1', '--name', 'out'];

describe('wrong usage ends with 2 and a line that says what is wrong and where to look', () => {
  it.each<[string, string[], string]>([
    ['no command', [], 'a command is missing'],
    ['an unknown command', ['frob'], "no command 'frob'"],
    ['a command named like a property of every object', ['constructor'], "no command 'constr"],
    ['help for an unknown command', ['help', 'frob'], "no command 'frob'"],
    ['help for two commands', ['help', 'cat', 'ls'], "'ls' is one argument too many"],
    ['an unknown option', ['cat', PATH, '--frob'], "'--frob'"],
    ['an option without its value', ['cat', PATH, '--index'], "'--index"],
    ['a value for an option that takes none', ['cat', PATH, '--raw=1'], "'--raw'"],
    ['cat without a path', ['cat'], 'PATH is missing'],
    ['cat of two paths', ['cat', PATH, 'demo/b/+/c'], "'demo/b/+/c' is one argument too many"],
    ['a path without a project', ['cat', 'me/+/out'.slice(3)], 'PROJECT/PREFIX/+/NAME'],
    ['a path without a name', ['cat', 'demo/me/+/'], 'PROJECT/PREFIX/+/NAME'],
    ['a path without /+/', ['cat', 'a/b'], "'a/b' is not a stream's path, for it has no '/+/'"],
    ['the path of a prefix', ['tail', 'demo/me/1'], 'logdog-collector ls demo/me/1 lists what'],
    ['expunge of a prefix', ['expunge', 'a/bcdef'], "it has no '/+/'"],
    ['a project alone', ['cat', 'demo'], "it has no '/+/'"],
    ['a path with a bad component', ['cat', 'demo/me/+/-x'], 'PROJECT/PREFIX/+/NAME'],
    ['a bad project in a path', ['tail', 'Demo/me/+/x'], 'PROJECT/PREFIX/+/NAME'],
    ['a negative index', ['cat', PATH, '--index=-1'], '--index'],
    ['an index past 2^63-1', ['cat', PATH, '--index', '9223372036854775808'], '--index'],
    ['a count of none', ['cat', PATH, '--count', '0'], '--count'],
    ['a count that is no number', ['tail', PATH, '--count', 'many'], '--count'],
    ['an unknown time zone', ['cat', PATH, '--timestamps', 'mars'], '--timestamps takes local or'],
    ['ls of two globs', ['ls', 'a', 'b'], "'b' is one argument too many"],
    ['expunge without a path', ['expunge'], 'PATH is missing'],
    ['expunge of a glob', ['expunge', 'demo/**'], 'PROJECT/PREFIX/+/NAME'],
    ['send without a project', ['send', ...STREAM.slice(2)], '--project is missing'],
    ['send without a prefix', ['send', ...STREAM.slice(0, 2)], '--prefix is missing'],
    ['send without a name', ['send', ...STREAM.slice(0, 4)], '--name is missing'],
    ['a bad project', ['send', ...STREAM, '--project', 'Demo'], "--project 'Demo'"],
    ['a bad name', ['send', ...STREAM, '--name', 'a//b'], "--name 'a//b'"],
    ['an unknown type', ['send', ...STREAM, '--type', 'x'], '--type takes text or binary or'],
    ['an empty content type', ['send', ...STREAM, '--content-type', ''], '--content-type'],
    [
      'a tag without a value',
      ['send', ...STREAM, '--tag', 'os'],
      "--tag takes KEY=VALUE, not 'os'",
    ],
    [
      'a tag that is given twice',
      ['send', ...STREAM, '--tag', 'os=a', '--tag', 'x=b', '--tag', 'os=c'],
      '--tag os is given twice',
    ],
    [
      'a tag that is given twice with one value',
      ['send', ...STREAM, '--tag', 'os=a', '--tag=os=a'],
      '--tag os is given twice',
    ],
    ['a tag with a bad key', ['send', ...STREAM, '--tag', 'a b=c'], '--tag takes KEY=VALUE'],
    ['a URL that is none', ['send', ...STREAM, '--url', 'here'], '--url takes an http'],
    ['a URL of another kind', ['send', ...STREAM, '--url', 'ftp://a/'], '--url takes an http'],
    [
      'a bundle and a stream',
      ['send', '--bundle', 'f', '--name', 'a'],
      '--name cannot be combined with --bundle',
    ],
    ['a bundle and a file', ['send', '--bundle', 'f', 'g'], 'g cannot be combined with --bundle'],
    ['an unknown setting', ['start', '--ports', '1'], "'--ports'"],
    ['a setting without a value', ['start', '--port'], "'--port"],
    ['refused of nothing', ['refused'], 'ls, show or replay is missing'],
    ['refused of something else', ['refused', 'rm'], 'refused takes ls or show or replay'],
    ['refused show of nothing', ['refused', 'show'], 'ID is missing'],
    [
      'a limit without a subscription',
      ['refused', 'replay', '--limit', '3'],
      '--limit needs --subscription',
    ],
    [
      'a subscription that is none',
      ['refused', 'replay', '--subscription', 'refused'],
      '--subscription takes projects/P/subscriptions/S',
    ],
    [
      'a subscription and a message',
      ['refused', 'replay', 'a', '--subscription', 'projects/p/subscriptions/refused'],
      'a cannot be combined with --subscription',
    ],
    ['a mistyped command', ['tial', PATH], "no command 'tial'; did you mean 'tail'?"],
    ['a mistyped help', ['hlep'], "'hlep'; did you mean 'help'?"],
    ['help for a mistyped command', ['help', 'sned'], "'sned'; did you mean 'send'?"],
    ['a mistyped option', ['cat', PATH, '--timestamp=utc'], "did you mean '--timestamps'?"],
    ['a mistyped setting', ['serve', '--data-dri', 'x'], "did you mean '--data-dir'?"],
    ['a mistyped -l', ['ls', '-x'], "Unknown option '-x' ("],
    ['a value that begins with -', ['cat', PATH, '--since', '-5m'], 'is written as --since=VALUE'],
    ['a number below 0', ['tail', PATH, '-n', '-5'], 'is written as --count=VALUE'],
    ['a setting that begins with -', ['serve', '--port', '-1'], 'is written as --port=VALUE'],
    ['demo of something', ['demo', 'x'], "'x' is one argument too many"],
  ])('%s', async (_what, args, reason) => {
    const io = testIo({ env });
    expect(await runCli(args, io)).toBe(2);
    expect(io.err()).toContain(reason);
    expect(io.err()).toMatch(/^logdog-collector[^\n]*\(logdog-collector help[^\n]* shows how\)\n$/);
    expect(io.out()).toHaveLength(0);
  });
});

describe('a failure ends with 1 and a line that says why', () => {
  it.each<[string, string[], string]>([
    ['cat where there is no store', ['cat', PATH], 'no store in /nonexistent/logdog'],
    ['tail where there is no store', ['tail', PATH], 'no store in /nonexistent/logdog'],
    ['expunge where there is no store', ['expunge', PATH], 'no store in /nonexistent/logdog'],
    ['send of a file that is not there', ['send', '/nonexistent/f', ...STREAM], '/nonexistent/f'],
    ['settings that are wrong', ['check-config', '--port', 'x'], '--port is "x": it must be a'],
    ['a bundle that is not there', ['send', '--bundle', '/nonexistent/f'], '/nonexistent/f'],
  ])('%s', async (_what, args, reason) => {
    const io = testIo({ env });
    expect(await runCli(args, io)).toBe(1);
    expect(io.err()).toContain(reason);
    expect(io.err()).toMatch(/^logdog-collector[^\n]*\n( {2}[^\n]*\n)*$/);
  });

  it.each(['start', 'serve'])('%s, as a line of the log', async (command) => {
    const io = testIo({ env });
    expect(await runCli([command, '--port', 'x'], io)).toBe(1);
    const { severity, message } = JSON.parse(io.err()) as Record<string, string>;
    expect(severity).toBe('ERROR');
    expect(message).toContain('--port is "x": it must be a whole number');
  });
});

describe('help', () => {
  it.each([[['help']], [['--help']], [['-h']]])('%j names every command', async (args) => {
    const io = testIo();
    expect(await runCli(args, io)).toBe(0);
    for (const name of Object.keys(COMMANDS)) expect(io.out().toString()).toContain(`\n  ${name} `);
  });

  it.each(Object.keys(COMMANDS).flatMap((name) => [[['help', name]], [[name, '--help']]]))(
    '%j shows how',
    async (args) => {
      const io = testIo();
      expect(await runCli(args, io)).toBe(0);
      expect(io.out().toString()).toMatch(/^Usage: logdog-collector [^]*\n$/);
      expect(io.err()).toBe('');
    },
  );

  it('on settings lists every one, and commands that take them lead there', async () => {
    for (const name of ['start', 'serve', 'check-config']) {
      const help = testIo();
      await runCli(['help', name], help);
      expect(help.out().toString()).toContain("'logdog-collector help settings' lists them");
    }
    const io = testIo();
    await runCli(['help', 'settings'], io);
    for (const setting of Object.values(SETTINGS)) {
      expect(io.out().toString()).toContain(`\n  ${flagOf(setting)}, ${setting.name}\n`);
    }
  });

  it('fits a terminal', async () => {
    for (const name of ['settings', ...Object.keys(COMMANDS)]) {
      const io = testIo();
      await runCli(['help', name], io);
      const widths = io
        .out()
        .toString()
        .split('\n')
        .map((line) => line.length);
      expect(Math.max(...widths)).toBeLessThanOrEqual(120);
    }
  });
});

it('--version is the package`s', async () => {
  const io = testIo();
  expect(await runCli(['--version'], io)).toBe(0);
  expect(io.out().toString()).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?\n$/);
});

it.each([[['ls']], [['ls', '-l']], [['refused', 'ls']]])(
  '%j where there is no store lists nothing, and says so',
  async (args) => {
    const io = testIo({ env });
    expect(await runCli(args, io)).toBe(0);
    expect(io.out()).toHaveLength(0);
    expect(io.err()).toMatch(/^there is no store in .*: DATA_DIR says where/);
  },
);
