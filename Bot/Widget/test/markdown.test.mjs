import assert from 'node:assert/strict';
import test from 'node:test';
import { safeHref } from '../src/markdown/ast';
import { renderBlocks } from '../src/markdown/dom';
import { parseMarkdown } from '../src/markdown/parse';
import { pieces } from '../src/markdown/whole';
import { markup } from './dom.mjs';

const html = text => markup(renderBlocks(parseMarkdown(text).blocks));
const anchor = (href, text) => `<a href="${href}" target="_blank" rel="noopener noreferrer">${text}</a>`;

const cases = [
  ['a paragraph', 'Xin chào\nanh/chị', '<p>Xin chào<br>anh/chị</p>'],
  ['strong and emphasis', '**đậm** và *nghiêng* và __đậm__ và _nghiêng_', '<p><strong>đậm</strong> và <em>nghiêng</em> và <strong>đậm</strong> và <em>nghiêng</em></p>'],
  ['underscores in words', 'ten_tep_dai và 2*3*4', '<p>ten_tep_dai và 2<em>3</em>4</p>'],
  ['lone stars', '5 * 3 = 15 ** và *', '<p>5 * 3 = 15 ** và *</p>'],
  ['code', '`a < b`', '<p><code>a &lt; b</code></p>'],
  ['escapes', '\\*không nghiêng\\*', '<p>*không nghiêng*</p>'],
  ['a case number', 'Mã **HN-2026-000123-7**.', '<p>Mã <strong><span class="whole">HN-2026-000123-7</span></strong>.</p>'],
  ['a document', '(80/2021/NĐ-CP)', '<p>(<span class="whole">80/2021/NĐ-CP</span>)</p>'],
  ['a list', '- một\n- hai\n  - trong\n- ba', '<ul><li>một</li><li>hai<ul><li>trong</li></ul></li><li>ba</li></ul>'],
  ['a loose numbered list', '3. ba\n\n4. bốn', '<ol start="3"><li>ba</li><li>bốn</li></ol>'],
  ['text then list', 'Cần:\n1. tờ khai', '<p>Cần:</p><ol><li>tờ khai</li></ol>'],
  ['a heading', '## Hồ sơ', '<h5>Hồ sơ</h5>'],
  ['a quote', '> Điều 5\n> khoản 1', '<blockquote><p>Điều 5<br>khoản 1</p></blockquote>'],
  ['a table', '| A | B |\n|---|---|\n| 1 | 2 |', '<div class="table" tabindex="0"><table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table></div>'],
  ['a link', '[Luật](https://vanban.vn/04)', `<p>${anchor('https://vanban.vn/04', 'Luật')}</p>`],
  ['a link with brackets', '[Luật [1]](https://vanban.vn/a_(b))', `<p>${anchor('https://vanban.vn/a_(b)', 'Luật [1]')}</p>`],
  ['a bare address', 'Xem https://hapi.gov.vn/ho-tro.', `<p>Xem ${anchor('https://hapi.gov.vn/ho-tro', 'https://hapi.gov.vn/ho-tro')}.</p>`],
  ['a reference', 'Theo luật [1].\n\n[1]: https://vanban.vn/04 "Luật 04"', `<p>Theo luật ${anchor('https://vanban.vn/04', '[1]').replace('>', ' title="Luật 04">')}.</p>`],
  ['a number in brackets', 'Mục [2]', '<p>Mục [2]</p>'],
  ['raw HTML', '<img src=x onerror=alert(1)> <b>x</b>', '<p>&lt;img src=x onerror=alert(1)&gt; &lt;b&gt;x&lt;/b&gt;</p>'],
  ['a script address', '[bấm](javascript:alert(1))', '<p>bấm</p>'],
  ['quotes in an address', '[a](https://x.vn/"onclick="alert(1))', `<p>${anchor('https://x.vn/&quot;onclick=&quot;alert(1)', 'a')}</p>`],
];
for (const [name, text, expected] of cases) test(`Markdown: ${name}`, () => assert.equal(html(text), expected));

test('only http, https, mailto and paths of the server lead anywhere', () => {
  for (const good of ['https://a.vn', 'http://a.vn/x', 'mailto:a@b.vn', 'HTTPS://A.VN', '/huong-dan/b3']) assert.equal(safeHref(good), good);
  for (const bad of ['javascript:alert(1)', 'java\nscript:alert(1)', ' data:text/html,x', 'vbscript:x', '//a.vn', '/\\a.vn', 'file:///etc', 'https:', 'https:///x', 'http://a b']) {
    assert.equal(safeHref(bad), undefined, bad);
  }
});

test('whatever is sent, no tag or address of its own gets through', () => {
  let seed = 7;
  const random = n => (seed = (seed * 16807) % 2147483647) % n;
  const parts = ['<script>', '[a](', 'javascript:x', ')', '**', '_', '`', '\n', '| a |', '|---|', '- ', '1. ', '> ', '"', "'", '[1]', '[1]: data:x "y"', 'https://a.vn', '<https://b.vn>', '\\', '#', '```', '  '];
  for (let i = 0; i < 3000; i++) {
    const text = Array.from({ length: 1 + random(24) }, () => parts[random(parts.length)]).join('');
    const out = html(text);
    const tags = out.match(/<[^>]*>/g) ?? [];
    for (const tag of tags) assert.match(tag, /^<\/?(p|br|hr|ul|ol|li|strong|em|span class="whole"|span|code|pre|blockquote|table|thead|tbody|h[4-6]|div class="table" tabindex="0"|div|tr|th|td|ol start="\d+"|a|a href="https?:[^"<>]*" target="_blank" rel="noopener noreferrer"(?: title="[^"<>]*")?)>$/, text);
  }
});

test('an amount is not broken from its unit', () => {
  const text = value => pieces(value).map(p => p.text).join('');
  assert.equal(text('hỗ trợ 50 % chi phí, tối đa 20 triệu đồng trong 2 năm'), 'hỗ trợ 50\u00a0% chi phí, tối đa 20\u00a0triệu\u00a0đồng trong 2\u00a0năm');
  assert.equal(text('1,5 tỷ đồng; 30 ngày làm việc; 12 người'), '1,5\u00a0tỷ\u00a0đồng; 30\u00a0ngày làm việc; 12\u00a0người');
  assert.equal(text('50 % or 20 million'), '50\u00a0% or 20\u00a0million');
  assert.equal(text('quý 3 năm sau'), 'quý 3 năm sau');
});

test('only short numbers are kept whole, and no text is lost', () => {
  const whole = text => pieces(text).filter(p => p.whole).map(p => p.text);
  assert.deepEqual(whole('Mã HN-2026-000123-7, theo 04/2017/QH14; MST 0100109106-001 (13 số)'), ['HN-2026-000123-7', '04/2017/QH14', '0100109106-001']);
  assert.deepEqual(whole('một-hai ba/bốn a@b-1.vn https://a.vn/x-1 1111-2222-3333-4444-5555-6666 -5 5-'), []);
  for (const text of ['a 1-2 b', '1-2', '', '1-2 3-4', '“80/2021/NĐ-CP”.']) assert.equal(pieces(text).map(p => p.text).join(''), text);
});

test('hostile lengths end soon', () => {
  const started = Date.now();
  for (const unit of ['*', '_', '[', '`', '**a', '> ', '- ', '|', '[a](', '\\', '(', '1-', '1/']) html(unit.repeat(4000));
  assert.ok(Date.now() - started < 5000);
});
