import { expect, test } from 'vitest';
import { codePoints } from './codePoints';

test.each([
  ['abc', 3],
  ['  abc \n', 3],
  ['🙂🙂', 2],
  ['e\u0301', 1],
  ['', 0],
])('%j counts %i', (text, count) => {
  expect(codePoints(text)).toBe(count);
});
