import type { StreamRecord } from '../../src/local/coordinator/stream_record.js';
import { MAX_CHANGES, MAX_LISTED_STREAMS, StreamList } from '../../src/viewer/stream_list.js';

function record(path: string, terminalIndex = -1n): StreamRecord {
  const created = new Date(1_700_000_000_000);
  const state = { protoVersion: '1', terminalIndex, created, archived: false, purged: false };
  return { project: 'p', path, id: '', descriptor: Buffer.alloc(0), ...state };
}

/** A list over records that a test changes. */
class Rig {
  records: StreamRecord[] = [];
  revision = 0;
  reads = 0;
  nowMs = 0;
  readonly list = new StreamList(
    () => {
      this.reads++;
      return this.records.values();
    },
    () => this.revision,
    () => this.nowMs,
  );

  set(...records: StreamRecord[]): void {
    this.records = records;
    this.revision++;
    this.nowMs += 60_000;
  }
}

describe('viewer: list of streams', () => {
  test('reports each stream that came, changed or went once', async () => {
    const rig = new Rig();
    rig.set(record('a/+/1'), record('a/+/2'));
    const first = await rig.list.changes('', 0);
    expect(first.changed.map(({ path }) => path)).toEqual(['a/+/1', 'a/+/2']);
    const since = () => rig.list.changes(first.epoch, first.cursor);
    expect(await since()).toMatchObject({ changed: [], removed: [], cursor: first.cursor });
    rig.set(record('a/+/1', 5n), record('a/+/3'));
    expect(await since()).toMatchObject({
      changed: [
        { path: 'a/+/1', terminalIndex: '5' },
        { path: 'a/+/3', terminalIndex: '-1' },
      ],
      removed: ['p/a/+/2'],
    });
  });

  test('a long list is answered in parts', async () => {
    const rig = new Rig();
    rig.set(...Array.from({ length: MAX_CHANGES + 1 }, (_, at) => record(`a/+/${at}`)));
    const first = await rig.list.changes('', 0);
    expect([first.changed.length, first.more]).toEqual([MAX_CHANGES, true]);
    const rest = await rig.list.changes(first.epoch, first.cursor);
    expect([rest.changed.length, rest.more]).toEqual([1, false]);
  });

  test('more streams than the limit: has as many as the limit, and says that there are more', async () => {
    const rig = new Rig();
    const path = (at: number) => `a/+/${at}`;
    rig.set(...Array.from({ length: MAX_LISTED_STREAMS }, (_, at) => record(path(at))));
    expect((await rig.list.changes('', 0)).truncated).toBe(false);
    rig.set(...rig.records, record(path(MAX_LISTED_STREAMS)));
    const { epoch, truncated } = await rig.list.changes('', 0);
    expect(truncated).toBe(true);
    const last = await rig.list.changes(epoch, MAX_LISTED_STREAMS - 1);
    expect(last.changed).toHaveLength(1);
  });

  test('reads the records only after a change, and at most once per interval', async () => {
    const rig = new Rig();
    rig.set(record('a/+/1'));
    for (let look = 0; look < 10; look++) await rig.list.changes('', 0);
    rig.nowMs += 60_000;
    await rig.list.changes('', 0);
    expect(rig.reads).toBe(1);
    rig.revision++;
    await rig.list.changes('', 0);
    rig.revision++;
    // Within half a second of the last reading.
    await rig.list.changes('', 0);
    expect(rig.reads).toBe(2);
    rig.nowMs += 60_000;
    await rig.list.changes('', 0);
    expect(rig.reads).toBe(3);
  });

  test('reads no records after it is closed', async () => {
    const rig = new Rig();
    rig.set(...Array.from({ length: 2000 }, (_, at) => record(`a/+/${at}`)));
    const reading = rig.list.changes('', 0);
    await rig.list.close();
    await expect(reading).rejects.toMatchObject({ code: 'SHUTTING_DOWN' });
    await expect(rig.list.changes('', 0)).rejects.toMatchObject({ code: 'SHUTTING_DOWN' });
  });
});
