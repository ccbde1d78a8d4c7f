import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../api';
import { minutesToWait } from './problemText';

const after = (retryAfter: number | undefined) => minutesToWait(new ApiProblem('rate_limited', { retryAfter }));

describe('how long to wait', () => {
  it('is what the server asks for, in minutes', () => {
    expect([1, 29, 30, 60, 61, 900].map(after)).toEqual([0, 0, 1, 1, 2, 15]);
  });

  it('is a minute where the server does not say', () => {
    expect(after(undefined)).toBe(1);
    expect(minutesToWait(new Error())).toBe(1);
  });
});
