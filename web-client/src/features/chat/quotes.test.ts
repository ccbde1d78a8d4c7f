import { describe, expect, it } from 'vitest';
import { partsOf, quote, withoutQuotes } from './quotes';

describe('an answer to a message', () => {
  it('begins with its lines behind marks', () => {
    expect(quote('May I bring it?\nOr send it?')).toBe('> May I bring it?\n> Or send it?\n');
  });

  it('does not repeat what that message quotes itself', () => {
    expect(quote('> Monday?\nYes, at nine.')).toBe('> Yes, at nine.\n');
  });

  it('quotes the beginning of a long message, and cuts no character in two', () => {
    expect(quote('🩺'.repeat(300))).toBe(`> ${'🩺'.repeat(200)}…\n`);
  });
});

describe('a text with quotes', () => {
  it('is shown in parts, in order', () => {
    expect(partsOf('> one\n> two\nthree\n\nfour\n> five')).toEqual([
      { quoted: true, text: 'one\ntwo' },
      { quoted: false, text: 'three\n\nfour' },
      { quoted: true, text: 'five' },
    ]);
    expect(partsOf('2>1 or > 0')).toEqual([{ quoted: false, text: '2>1 or > 0' }]);
  });

  it('has own words, unless all of it is quoted', () => {
    expect(withoutQuotes('> one\ntwo')).toBe('two');
    expect(withoutQuotes('> one')).toBe('> one');
  });
});
