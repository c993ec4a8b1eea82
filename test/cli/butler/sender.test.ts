import { Sender } from '../../../src/cli/butler/sender.js';

const message = (text: string) => ({ data: Buffer.from(text), logs: 1, bytes: 2 });

/** Pushes that end when they are told to. */
function heldPushes() {
  const started: string[] = [];
  const ends: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const push = (data: Uint8Array): Promise<void> => {
    started.push(Buffer.from(data).toString());
    return new Promise((resolve, reject) => ends.push({ resolve, reject }));
  };
  return { started, ends, push };
}

it('messages start in their order, a few at a time', async () => {
  const { started, ends, push } = heldPushes();
  const sender = new Sender(push);
  const sending = sender.send('abcdef'.split('').map(message));
  expect(started).toEqual(['a', 'b', 'c', 'd']);
  expect(sender.busy).toBe(true);
  ends[1]!.resolve();
  ends[2]!.resolve();
  await sending;
  expect(started).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  for (const { resolve } of ends) resolve();
  await sender.drain();
  expect(sender.sent).toEqual({ messages: 6, logs: 6, bytes: 12 });
});

it('after a failure nothing more starts, and who sends hears of it', async () => {
  const { started, ends, push } = heldPushes();
  const sender = new Sender(push);
  const sending = sender.send('abcdef'.split('').map(message));
  ends[0]!.reject(new Error('refused'));
  await expect(sending).rejects.toThrow('refused');
  expect(sender.failed.aborted).toBe(true);
  expect(started).toHaveLength(4);
  for (const { resolve } of ends) resolve();
  await expect(sender.drain()).rejects.toThrow('refused');
  expect(sender.sent.messages).toBe(3);
});
