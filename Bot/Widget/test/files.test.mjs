import assert from 'node:assert/strict';
import test from 'node:test';
import { accept, isTaken, typeOf } from '../src/client/files';

test('a file is known by its ending, whatever its case', () => {
  assert.equal(typeOf({ name: 'Bảng lương.XLSX', size: 1 }), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  for (const name of ['a.exe', 'pdf', 'a.pdf.html', '']) assert.equal(typeOf({ name, size: 1 }), undefined);
  assert.match(accept, /^\.pdf,.*\.csv$/);
});

test('what is empty or too large is not sent', () => {
  for (const [size, taken] of [[0, false], [1, true], [10 * 1024 * 1024, true], [10 * 1024 * 1024 + 1, false]]) {
    assert.equal(isTaken({ name: 'a.pdf', size }), taken);
  }
});
