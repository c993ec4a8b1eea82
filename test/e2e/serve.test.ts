import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

test('serve loads nothing of the functions framework', () => {
  const script = `
    require(${JSON.stringify(join(__dirname, '../../src/cli/serve.js'))});
    const loaded = Object.keys(require.cache);
    const framework = loaded.filter((file) => /functions-framework|express|body-parser/.test(file));
    console.log(loaded.some((file) => /push.handler/.test(file)), framework.length);
  `;
  const { stdout } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  expect(stdout.trim()).toBe('true 0');
});
