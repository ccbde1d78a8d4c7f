import { readFileSync } from 'node:fs';
import { isLiteralElement, type MessageFormatElement, parse } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from './languages';

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

const files = import.meta.glob<Words>(['../../**/i18n/*.json'], { eager: true, import: 'default' });

/** All words of a language, by the folder of their file and their key. */
function wordsIn(language: string): Map<string, string> {
  return new Map(
    Object.entries(files)
      .filter(([path]) => path.endsWith(`/${language}.json`))
      .flatMap(([path, words]) => [...flat(words, `${path.slice(0, -`${language}.json`.length)} `)]),
  );
}

const english = wordsIn('en');
const others = Object.keys(LANGUAGES).filter((language) => language !== 'en');

describe.each(others)('the words in %s', (language) => {
  const theirs = wordsIn(language);

  it('are there for each key of English, and for no other', () => {
    expect([...theirs.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('take the same arguments', () => {
    for (const [key, text] of english) {
      expect([key, argumentsOf(theirs.get(key) ?? '')]).toEqual([key, argumentsOf(text)]);
    }
  });
});

const sources = Object.entries(
  import.meta.glob<string>(['../../**/*.{ts,tsx}', '!../../**/*.test.*'], {
    eager: true,
    import: 'default',
    query: '?raw',
  }),
);
const text = sources.map(([, source]) => source).join('\n');
/** What may stand for a part of a key that is put together, such as `sort_${value}`. */
const PARAMETER = /\$\{(?:[^{}]|\{[^}]*\})*\}/g;
const templates = [...text.matchAll(/t(?:\w+)?\(\s*`([^`]*\$\{[^`]*)`/g)]
  .map(([, template]) => template ?? '')
  .filter((template) => /\w{2}/.test(template.replace(PARAMETER, '')))
  .map((template) => new RegExp(`^${template.replace(PARAMETER, '[\\w-]+').replaceAll('.', '\\.')}$`));

/** Kinds of words that are chosen by a code that comes from elsewhere. */
const BY_CODE = /^(?:problems|appointmentStatus|fieldProblems|appointmentUpdates|ended|problem|images|specialties)\./;

it('every word is used somewhere', () => {
  expect(sources.length).toBeGreaterThan(100);
  const unused = [...english.keys()].filter((key) => {
    const name = key.slice(key.indexOf(' ') + 1);
    const last = name.split('.').at(-1) ?? name;
    return (
      !BY_CODE.test(name) &&
      !new RegExp(`(?<![\\w-])${last}(?![\\w-])`).test(text) &&
      !templates.some((template) => template.test(last) || template.test(name.split('.').slice(1).join('.')))
    );
  });
  expect(unused).toEqual([]);
});

/** The words of a language as one text. */
function textIn(language: string): string {
  return [...wordsIn(language).values()].join('\n').toLowerCase();
}

const glossary = readFileSync(`${import.meta.dirname}/../../../../docs/glossary.md`, 'utf8');

/** What pages call each concept of the glossary, as "en / es". */
const terms = glossary.split('\n').flatMap((row) => {
  const [, term = '', , onPages = ''] = row.split('|').map((cell) => cell.trim());
  return onPages.includes(' / ') && !onPages.startsWith('On pages') ? [[term, ...onPages.split(' / ')]] : [];
});

it.each(terms)('pages call "%s" as the glossary says', (_, inEnglish = '', inSpanish = '') => {
  const missing = (words: string, language: string) => {
    const pages = textIn(language);
    return words.split(', ').filter((word) => !pages.includes(word.toLowerCase()));
  };
  expect([missing(inEnglish, 'en'), missing(inSpanish, 'es')]).toEqual([[], []]);
});

/** What stands on no page: other words for a concept of the glossary, another form of address, and exclamations. */
const NEVER: Record<string, RegExp> = {
  en: /!|\b(?:sign(?:ed)? (?:in|out)|(?<!\{)speciali[sz]ations?|appointments?|consultations?)\b|’/iu,
  es: /[¡!]|(?<!\p{L})(?:visitas?|opini[oó]n(?:es)?|tú|tus?|te|ti|contigo|eres|tienes|puedes|quieres|elige|pulsa|haz)(?!\p{L})/iu,
};

it.each(Object.keys(NEVER))('no word in %s stands for another of the glossary', (language) => {
  const wrong = [...wordsIn(language)].filter(([, text]) => NEVER[language]?.test(text));
  expect(wrong).toEqual([]);
});

it('no article stands before a date that begins with the name of a day', () => {
  const wrong = [...wordsIn('es')].filter(([, text]) => /(?<!\p{L})(?:el|las?|los) \{(?:when|at|date)\}/iu.test(text));
  expect(wrong).toEqual([]);
});
