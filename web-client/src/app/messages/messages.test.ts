import { isLiteralElement, type MessageFormatElement, parse } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import calls from '@/features/calls/i18n/en.json';
import llamadas from '@/features/calls/i18n/es.json';
import en from './en';
import es from './es';

type Words = { [key: string]: string | Words };

function flat(words: Words, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value]] : [...flat(value, `${prefix}${key}.`)],
    ),
  );
}

/** The names of what is put in, however deep they stand in plurals. */
function argumentsOf(text: string): string[] {
  const names = new Set<string>();
  const visit = (elements: MessageFormatElement[]) => {
    for (const element of elements) {
      if ('value' in element && !isLiteralElement(element)) {
        names.add(element.value);
      }
      if ('options' in element) {
        Object.values(element.options).forEach((option) => visit(option.value));
      }
      if ('children' in element) {
        visit(element.children);
      }
    }
  };
  visit(parse(text));
  return [...names].sort();
}

const english = flat({ ...en, calls });

describe.each([['es', { ...es, calls: llamadas }]])('the words in %s', (_language, words) => {
  const theirs = flat(words);

  it('are there for each key of English, and for no other', () => {
    expect([...theirs.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('take the same arguments', () => {
    for (const [key, text] of english) {
      expect([key, argumentsOf(theirs.get(key) ?? '')]).toEqual([key, argumentsOf(text)]);
    }
  });
});
