import { expect, it } from 'vitest';
import { roughly } from './roughly';

it.each([
  [0, 'minutes', 5],
  [11, 'minutes', 15],
  [30, 'minutes', 30],
  [31, 'hours', 1],
  [61, 'hours', 2],
  [1380, 'hours', 23],
  [1381, 'days', 1],
  [1441, 'days', 2],
] as const)('%i minutes are %s: %i', (minutes, unit, count) => {
  expect(roughly(minutes)).toEqual({ unit, count });
});
