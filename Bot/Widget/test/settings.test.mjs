import assert from 'node:assert/strict';
import test from 'node:test';
import { settingsOf } from '../src/launcher/settings';

const of = attributes => settingsOf(name => attributes[name], 'https://hoidap.example.vn/widget/widget.js', 'vi');

test('a bare script tag talks to the server that it came from', () => {
  assert.deepEqual(of({}), { server: 'https://hoidap.example.vn', language: 'vi', theme: 'auto', position: 'right', open: false });
});

test('attributes are read, and nonsense falls back', () => {
  assert.deepEqual(of({ server: 'https://a.example/', lang: 'en', theme: 'dark', position: 'left', open: '' }),
    { server: 'https://a.example', language: 'en', theme: 'dark', position: 'left', open: true });
  assert.deepEqual(of({ theme: 'pink', position: 'top', open: 'false' }),
    { server: 'https://hoidap.example.vn', language: 'vi', theme: 'auto', position: 'right', open: false });
});
