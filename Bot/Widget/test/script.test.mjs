import assert from 'node:assert/strict';
import test from 'node:test';
import { socketUrl } from '../src/client/http';
import { findScript, serverOf } from '../src/launcher/script';
import { missing } from '../src/launcher/support';

const at = src => ({ src });

test('the widget finds its own script as a plain one, as a module and behind a tag manager', () => {
  const own = at('https://a.vn/widget/widget.js?v=2');
  const manager = at('https://tags.example/load.js');
  assert.equal(findScript(own, [manager, own]), own);
  assert.equal(findScript(null, [manager, own]), own);
  assert.equal(findScript(manager, [own, manager]), own);
  assert.equal(findScript(null, [manager]), undefined);
});

test('the server is where the script came from, with the path of a proxy', () => {
  assert.equal(serverOf('https://a.vn/widget/widget.js'), 'https://a.vn');
  assert.equal(serverOf('https://a.vn/troly/widget/widget.js?v=2'), 'https://a.vn/troly');
});

test('a web socket goes the way of the other calls, whatever name the server knows itself by', () => {
  assert.equal(socketUrl('https://a.vn/troly', 'ws://10.0.0.5:8080/v3/directline/conversations/c/stream?t=x'), 'wss://a.vn/troly/v3/directline/conversations/c/stream?t=x');
  assert.equal(socketUrl('http://a.vn', 'ws://a.vn/v3/directline/conversations/c/stream?t=x'), 'ws://a.vn/v3/directline/conversations/c/stream?t=x');
});

test('what a browser lacks is named', () => {
  const page = { customElements: {}, Element: class { attachShadow() {} }, fetch() {}, AbortController: class {}, URL: class {}, matchMedia() {} };
  assert.deepEqual(missing(page), []);
  assert.deepEqual(missing({ ...page, fetch: undefined, AbortController: undefined }), ['fetch', 'AbortController']);
});
