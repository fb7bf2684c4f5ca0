import assert from 'node:assert/strict';
import test from 'node:test';
import { backoff, retryAfter } from '../src/client/backoff';
import { failure } from '../src/client/http';

test('waits grow, are spread, and have an end', () => {
  assert.equal(backoff(0, () => 0), 250);
  assert.equal(backoff(0, () => 1), 500);
  assert.equal(backoff(3, () => 0), 2000);
  assert.equal(backoff(100, () => 1), 20_000);
});

test('Retry-After is believed up to a minute', () => {
  assert.equal(retryAfter('3'), 3000);
  assert.equal(retryAfter('9999'), 60_000);
  for (const none of [null, 'soon', '-1']) assert.equal(retryAfter(none), undefined);
});

test('statuses mean what Direct Line means by them', () => {
  const expected = { 401: 'expired', 404: 'ended', 413: 'tooLarge', 429: 'busy', 500: 'fault', 503: 'busy', 400: 'refused', 403: 'refused' };
  for (const [status, why] of Object.entries(expected)) assert.equal(failure(Number(status)), why);
  assert.equal(failure(403, 'TokenExpired'), 'expired');
});
