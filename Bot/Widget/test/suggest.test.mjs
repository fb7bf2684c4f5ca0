import assert from 'node:assert/strict';
import test from 'node:test';
import { match } from '../src/chat/suggest';
import { pageOf, plainAnswer } from '../src/chat/tools';

const titles = ['Hỗ trợ chi phí tư vấn', 'Quỹ bảo lãnh tín dụng là gì?', 'Phường Cầu Giấy', 'Hỗ trợ chuyển đổi số'];

test('what is typed without marks finds titles whose words begin so', () => {
  assert.deepEqual(match(titles, 'cau giay'), ['Phường Cầu Giấy']);
  assert.deepEqual(match(titles, 'ho tro'), ['Hỗ trợ chuyển đổi số', 'Hỗ trợ chi phí tư vấn']);
  assert.deepEqual(match(titles, 'bảo lãnh'), ['Quỹ bảo lãnh tín dụng là gì?']);
  assert.deepEqual(match(titles, 'đổi số'), ['Hỗ trợ chuyển đổi số']);
  for (const none of ['', 'ho', 'xyz', 'tro giup']) assert.deepEqual(match(titles, none), []);
});

const answer = {
  type: 'message',
  text: '**Doanh nghiệp nhỏ:** tối đa 50 % [1]. Xem [bài](https://a.vn).',
  attachments: [{ contentType: 'x', content: { body: [{ text: '[Hỗ trợ](https://a.vn/huong-dan/b3-consult)' }] } }],
};

test('an answer is handed on as plain text with the page that it rests on', () => {
  assert.equal(pageOf(answer), 'https://a.vn/huong-dan/b3-consult');
  assert.equal(pageOf({ type: 'message', text: 'chào' }), undefined);
  assert.equal(plainAnswer(answer, pageOf(answer)), 'Doanh nghiệp nhỏ: tối đa 50 % [1]. Xem bài.\n\nhttps://a.vn/huong-dan/b3-consult');
});
