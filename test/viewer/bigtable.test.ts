import { join } from 'node:path';
import { buildMessage } from '../../src/testing/message.js';
import { bigtableSettings } from '../e2e/bigtable_function.js';
import { describeOnEmulator } from '../e2e/emulator.js';
import { folderOfSuite, FunctionProcess } from '../e2e/function.js';
import { ask } from './request.js';
import { ViewProcess } from './view_process.js';

describeOnEmulator('viewer: Bigtable', (emulator) => {
  const folder = folderOfSuite();

  test('logs in it are downloaded from the function, and from `view` with the same settings', async () => {
    const settings = bigtableSettings(await emulator().createTable(), 'grouped');
    const data = join(folder, 'data');
    const func = await FunctionProcess.start('serve', data, { ...settings, HOST: '127.0.0.1' });
    const pushed = await func.push(
      buildMessage({ streams: [{ name: 'out', logs: ['one', '2'] }] }),
    );
    expect(pushed.status).toBe(204);
    const raw = '/view/api/raw?project=test-project&path=test/prefix/%2B/out';
    expect((await ask(`http://127.0.0.1:${func.port}${raw}`)).text).toBe('one\n2\n');

    const beside = await ViewProcess.start([], { ...settings, DATA_DIR: data });
    expect((await ask(`${beside.origin}/view/api/source`)).text).toBe('{"lists":true}');
    expect((await ask(`${beside.origin}${raw}`)).text).toBe('one\n2\n');
    await beside.stop();

    // Without the records of the streams, which a remote Coordinator has.
    const none = { DATA_DIR: join(folder, 'none'), COORDINATOR_HOST: '127.0.0.1:9' };
    const alone = await ViewProcess.start([], { ...settings, ...none });
    expect((await ask(`${alone.origin}/view/api/source`)).text).toBe('{"lists":false}');
    expect((await ask(`${alone.origin}${raw}`)).text).toBe('one\n2\n');
    await alone.stop();
    await func.end('SIGTERM');
  });
});
