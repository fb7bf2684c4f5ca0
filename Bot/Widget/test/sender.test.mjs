import assert from 'node:assert/strict';
import test from 'node:test';
import { Sender } from '../src/chat/sender';
import { memoryStorage } from '../src/client/storage';
import { Transcript } from '../src/client/transcript';
import { UnsentStore } from '../src/client/unsent';

const question = { type: 'message', text: 'hỏi' };
const form = { type: 'message', value: { form: 'f1', ContactName: 'Nguyễn Văn An', Consent: 'true' }, replyToId: 'c|1' };

function setUp(result, store = new UnsentStore('s', memoryStorage())) {
  const transcript = new Transcript();
  const sent = [];
  const conversation = { send: activity => { sent.push(activity); return result ?? new Promise(() => undefined); } };
  return { store, transcript, sent, sender: new Sender(transcript, conversation, store, () => undefined) };
}

test('the values of a form are not kept for a later page, a question is', () => {
  const { sender, store } = setUp();
  void sender.post(question);
  void sender.post(form, [], true);
  void sender.post({ type: 'message', value: { action: 'vote', up: true } });
  assert.deepEqual(store.load().map(u => u.activity.text), ['hỏi']);
});

test('what an earlier version kept of a form is neither sent nor kept', () => {
  const { sender, store, sent } = setUp();
  store.add({ key: 'f', activity: { ...form, text: 'Gửi' }, at: 1 });
  store.add({ key: 'v', activity: { type: 'message', value: { action: 'vote' } }, at: 1 });
  sender.restore(2);
  assert.deepEqual([sent, store.load()], [[], []]);
});

for (const [why, kept] of [['refused', 0], ['tooLarge', 0], ['expired', 1], ['ended', 1], ['busy', 1], ['fault', 1], ['unreachable', 1]]) {
  test(`a message that was not sent (${why}) is ${kept ? 'kept' : 'forgotten'}`, async () => {
    const { sender, store } = setUp(Promise.resolve({ ok: false, why }));
    await sender.post(question);
    assert.equal(store.load().length, kept);
  });
}

test('a message whose files are lost is kept until the visitor is done with it', () => {
  const { sender, store, transcript } = setUp();
  store.add({ key: 'a', activity: question, at: 1, files: ['x.pdf'] });
  sender.restore(2);
  assert.equal(store.load().length, 1);
  sender.discard(transcript.entries[0]);
  assert.deepEqual([store.load(), transcript.entries], [[], []]);
});

test('what comes back from the server is not kept, even if the answer to its POST was lost', () => {
  const { sender, store, sent } = setUp();
  void sender.post(question);
  sender.confirmed({ ...sent[0], id: 'c|1', from: { id: 'v', role: 'user' } });
  assert.deepEqual(store.load(), []);
});
