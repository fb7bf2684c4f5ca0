import assert from 'node:assert/strict';
import test from 'node:test';
import { split } from '../src/client/longText';

test('a long text is cut at the nearest end of a paragraph, a sentence or a word, and nothing is lost', () => {
  assert.deepEqual(split('ngắn', 100), ['ngắn']);
  assert.deepEqual(split('Một hai ba.\n\nBốn năm sáu bảy.', 20), ['Một hai ba.', 'Bốn năm sáu bảy.']);
  assert.deepEqual(split('Một hai ba. Bốn năm sáu bảy', 20), ['Một hai ba.', 'Bốn năm sáu bảy']);
  assert.deepEqual(split('abcdefghij', 4), ['abcd', 'efgh', 'ij']);
  const long = 'Câu hỏi về hỗ trợ tư vấn cho doanh nghiệp nhỏ. '.repeat(300).trim();
  const parts = split(long, 1000);
  assert.ok(parts.every(part => part.length <= 1000));
  assert.equal(parts.join(' '), long);
});

test('a character of two halves stays whole', () => {
  assert.deepEqual(split('aaa😀b', 4), ['aaa', '😀b']);
});
