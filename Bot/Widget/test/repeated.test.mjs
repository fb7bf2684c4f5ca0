import assert from 'node:assert/strict';
import test from 'node:test';
import { withoutRepeatedChoices } from '../src/chat/repeated';
import { absolute } from '../src/markdown/absolute';
import { parseMarkdown } from '../src/markdown/parse';

const shown = (text, activity) => withoutRepeatedChoices(parseMarkdown(text).blocks, activity).length;

test('choices that are buttons are not listed as well', () => {
  const text = 'Ý anh/chị là?\n\n1. Vay vốn\n2. Bảo lãnh';
  assert.equal(shown(text, { suggestedActions: { actions: [{ type: 'imBack', title: 'Vay vốn' }, { type: 'imBack', title: 'Bảo lãnh' }] } }), 1);
  assert.equal(shown(text, { attachments: [{ contentType: 'x', content: { body: [{ selectAction: { title: 'Vay vốn' } }, { actions: [{ title: 'Bảo lãnh' }] }] } }] }), 1);
  assert.equal(shown(text, { suggestedActions: { actions: [{ type: 'imBack', title: 'Vay vốn' }] } }), 2);
  assert.equal(shown(text, {}), 2);
  assert.equal(shown('Chỉ một đoạn', {}), 1);
});

test('an address without a host is one of the service, also under a path of a proxy', () => {
  assert.equal(absolute('/huong-dan/b3', 'https://a.vn'), 'https://a.vn/huong-dan/b3');
  assert.equal(absolute('/huong-dan/b3', 'https://a.vn/troly'), 'https://a.vn/troly/huong-dan/b3');
  for (const kept of ['https://b.vn/x', '//b.vn/x', 'mailto:a@b.vn']) assert.equal(absolute(kept, 'https://a.vn'), kept);
});
