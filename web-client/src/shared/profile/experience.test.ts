import { describe, expect, it } from 'vitest';
import { experienceProblem } from './experience';

describe('years of experience', () => {
  it.each(['0', '7', ' 12 ', '80'])('may be "%s"', (text) => {
    expect(experienceProblem(text)).toBeUndefined();
  });

  it.each(['', 'twelve', '-1', '1.5', '81', '100', '1e1'])('may not be "%s"', (text) => {
    expect(experienceProblem(text)).toEqual({ kind: 'years', min: 0, max: 80 });
  });
});
