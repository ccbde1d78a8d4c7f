import { expect, test } from 'vitest';
import { initialsOf } from './Avatar';

test.each([
  ['Dr. Anna Berg', 'AB'],
  ['Émile Zola', 'ÉZ'],
  ['王小明', '王'],
  ['محمد علي', 'م‌ع'],
  ['राम शर्मा', 'राश'],
])('the initials of %s are %s, and never join into a word', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
