import assert from 'node:assert/strict';
import test from 'node:test';
import { openCases } from '../src/client/cases';
import { replaces } from '../src/cards/formState';

const statusCard = (number, canAdd) => ({
  type: 'message',
  from: { id: 'bot', role: 'bot' },
  attachments: [{
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: {
      body: canAdd ? [{ type: 'ActionSet', actions: [{ type: 'Action.Submit', data: { action: 'addToCase', number } }] }] : [],
      refresh: { action: { data: { action: 'case', number } } },
    },
  }],
});
const official = (number, caseStatus) =>
  ({ type: 'message', from: { id: 'bot', role: 'bot' }, channelData: { caseEvent: 'Reply', caseNumber: number, caseStatus } });

test('a request is open until its last card or message says otherwise', () => {
  assert.deepEqual(openCases([statusCard('HN-1', true), statusCard('HN-2', true)]), ['HN-1', 'HN-2']);
  assert.deepEqual(openCases([statusCard('HN-1', true), statusCard('HN-1', false)]), []);
  assert.deepEqual(openCases([statusCard('HN-1', true), official('HN-1', 'Closed')]), []);
  assert.deepEqual(openCases([official('HN-1', 'WaitingForAsker')]), ['HN-1']);
});

test('a number that the visitor typed is no request of theirs', () => {
  assert.deepEqual(openCases([{ type: 'message', from: { id: 'u', role: 'user' }, text: 'HN-2026-000001-5' }]), []);
});

test('a card stands in for the same form in the same or an earlier state', () => {
  const key = (form, revision) => `policy-assistant:form:${form}:${revision}`;
  assert.ok(replaces(key('a', 10), key('a', 9)));
  assert.ok(replaces(key('a', 2), key('a', 2)));
  assert.ok(!replaces(key('a', 1), key('a', 2)));
  assert.ok(!replaces(key('b', 3), key('a', 2)));
});
