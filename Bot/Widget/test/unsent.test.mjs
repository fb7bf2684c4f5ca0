import assert from 'node:assert/strict';
import test from 'node:test';
import { memoryStorage, safeStorage } from '../src/client/storage';
import { UnsentStore } from '../src/client/unsent';

const message = { type: 'message', text: 'hỏi' };

test('what was not sent is there for the next page, until it is sent', () => {
  const storage = memoryStorage();
  new UnsentStore('s', storage).add({ key: 'a', activity: message, at: 1 });
  new UnsentStore('s', storage).add({ key: 'b', activity: message, at: 2, files: ['x.pdf'] });
  assert.deepEqual(new UnsentStore('s', storage).load().map(u => u.key), ['a', 'b']);
  assert.deepEqual(new UnsentStore('other', storage).load(), []);
  new UnsentStore('s', storage).remove('a');
  assert.deepEqual(new UnsentStore('s', storage).load().map(u => u.key), ['b']);
});

test('a damaged store is empty', () => {
  for (const text of ['{', '7', '[{"key":1}]', '[null]']) {
    const storage = memoryStorage();
    storage.setItem('policy-assistant:unsent:s', text);
    assert.deepEqual(new UnsentStore('s', storage).load(), []);
  }
});

test('denied or full storage is replaced by memory', () => {
  const denied = safeStorage(() => { throw new Error('SecurityError'); });
  denied.setItem('a', '1');
  assert.equal(denied.getItem('a'), '1');
  const full = safeStorage(() => ({ getItem: () => { throw new Error(); }, setItem: () => { throw new Error(); }, removeItem() {} }));
  full.setItem('a', '1');
  assert.equal(full.getItem('a'), '1');
  full.removeItem('a');
  assert.equal(full.getItem('a'), null);
});
