import assert from 'node:assert/strict';
import test from 'node:test';
import * as en from '../src/texts/en';
import { languageOf } from '../src/texts/language';
import * as vi from '../src/texts/vi';

for (const part of ['launcher', 'chat']) {
  test(`${part}: both languages say the same things`, () => {
    assert.deepEqual(Object.keys(en[part]).sort(), Object.keys(vi[part]).sort());
    for (const key of Object.keys(vi[part])) {
      assert.ok(vi[part][key].trim() && en[part][key].trim(), `${key} is empty`);
      assert.deepEqual(en[part][key].match(/\{\w+\}/g), vi[part][key].match(/\{\w+\}/g), `${key} has other placeholders`);
    }
  });
}

test('Vietnamese unless English is asked for', () => {
  for (const tag of ['vi', 'vi-VN', '', undefined, null, 'fr']) assert.equal(languageOf(tag), 'vi');
  for (const tag of ['en', 'en-GB', 'EN-us']) assert.equal(languageOf(tag), 'en');
});
