import assert from 'node:assert/strict';
import test from 'node:test';
import { Transcript } from '../src/client/transcript';

const bot = (id, text, extra = {}) => ({ type: 'message', id, timestamp: '2026-11-22T01:00:00Z', from: { id: 'bot', role: 'bot' }, text, ...extra });
const mine = (id, key, text) => ({ type: 'message', id, timestamp: '2026-11-22T01:00:00Z', from: { id: 'v', role: 'user' }, text, channelData: { clientActivityID: key } });
const texts = t => t.entries.map(e => e.activity.text);

test('an activity that comes twice is shown once', () => {
  const t = new Transcript();
  assert.equal(t.receive(bot('1', 'a')).change, 'added');
  assert.equal(t.receive(bot('1', 'a')).change, 'none');
  assert.deepEqual(texts(t), ['a']);
});

test('the same id with other content edits in place', () => {
  const t = new Transcript();
  t.receive(bot('1', 'a'));
  t.receive(bot('2', 'b'));
  assert.equal(t.receive(bot('1', 'A')).change, 'changed');
  assert.deepEqual(texts(t), ['A', 'b']);
});

test('the echo confirms the optimistic bubble, before or after the answer to the POST', () => {
  for (const postFirst of [true, false]) {
    const t = new Transcript();
    t.optimistic('k', { type: 'message', text: 'hỏi', from: { id: '', role: 'user' } });
    if (postFirst) t.mark('k', 'sent', '1');
    t.receive(mine('1', 'k', 'hỏi'));
    if (!postFirst) t.mark('k', 'failed');
    assert.equal(t.entries.length, 1);
    assert.equal(t.entries[0].status, 'sent');
  }
});

test('confirmed messages stand in the order of the server, pending ones below', () => {
  const t = new Transcript();
  t.optimistic('k1', { type: 'message', text: '1', from: { id: '', role: 'user' } });
  t.optimistic('k2', { type: 'message', text: '2', from: { id: '', role: 'user' } });
  t.receive(bot('a', 'chào'));
  t.receive(mine('b', 'k2', '2'));
  assert.deepEqual(texts(t), ['chào', '2', '1']);
});

test('streamed text grows in one bubble that the message ends', () => {
  const t = new Transcript();
  const chunk = (text, sequence) => ({ type: 'typing', id: sequence === 1 ? 's' : undefined, from: { id: 'bot', role: 'bot' }, text, channelData: { streamType: 'streaming', ...(sequence === 1 ? {} : { streamId: 's' }), streamSequence: sequence } });
  t.receive(chunk('Doanh', 1));
  t.receive(chunk('Doanh nghiệp', 2));
  t.receive(bot('9', 'Doanh nghiệp nhỏ', { channelData: { streamType: 'final', streamId: 's' } }));
  assert.deepEqual(texts(t), ['Doanh nghiệp nhỏ']);
});

test('typing, events and updates are not bubbles', () => {
  const t = new Transcript();
  for (const type of ['typing', 'event', 'endOfConversation']) assert.equal(t.receive({ type, from: { id: 'bot' } }).change, 'none');
});

test('unread counts what came from the other side after the last one seen', () => {
  const t = new Transcript();
  t.receive(bot('1', 'a'));
  t.receive(mine('2', 'k', 'b'));
  t.receive(bot('3', 'c'));
  t.receive(bot('4', 'd'));
  assert.equal(t.unreadAfter('2'), 2);
  assert.equal(t.unreadAfter('4'), 0);
  assert.equal(t.unreadAfter(undefined), 3);
  assert.equal(t.lastId, '4');
});
