import { expect, it } from 'vitest';
import { bytesIn } from './useBytes';

it('writes sizes with three digits in a fitting unit', () => {
  expect([0, 999, 4_096, 12_345_678, 1_500_000_000, 2e15].map((bytes) => bytesIn('en', bytes))).toEqual([
    '0 byte',
    '999 byte',
    '4.1 kB',
    '12.3 MB',
    '1.5 GB',
    '2,000 TB',
  ]);
});
