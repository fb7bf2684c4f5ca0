import assert from 'node:assert/strict';
import test from 'node:test';
import { headOf } from '../src/chat/message';
import { chat } from '../src/texts/vi';

test('an official\'s word names who speaks and the case', () => {
  const channelData = { caseEvent: 'Replied', caseNumber: 'HN-2026-000001-5' };
  assert.equal(headOf({ type: 'message', channelData }, chat), 'Cán bộ phụ trách · HN-2026-000001-5');
  assert.equal(headOf({ type: 'message' }, chat), 'Trợ lý: ');
  assert.equal(headOf({ type: 'message', from: { id: 'v', role: 'user' } }, chat), 'Anh/chị: ');
});
