// The words of the client, as its pages show them in each language.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';

const SOURCE = new URL('../src/', import.meta.url);

/** All texts of a language by file and key. */
function textsOf(language) {
  const files = readdirSync(SOURCE, { recursive: true })
    .map(String)
    .filter((name) => /i18n.en\.json$/.test(name));
  assert.ok(files.length >= 8, `${files.length} files of words`);
  const flat = (words, key) =>
    Object.entries(words).flatMap(([name, word]) =>
      typeof word === 'string' ? [[`${key} ${name}`, word]] : flat(word, `${key} ${name}`),
    );
  return new Map(
    files.flatMap((name) =>
      flat(JSON.parse(readFileSync(new URL(name.replace(/en\.json$/, `${language}.json`), SOURCE))), name),
    ),
  );
}

/** The whole texts of English that are other in a language and have nothing to fill in. */
export function englishOnly(language) {
  const others = new Set(textsOf(language).values());
  return new Set([...textsOf('en').values()].filter((text) => !/[{}<]/.test(text) && !others.has(text)));
}

/**
 * Finds what a page in a language says where one in English says `text`. Of a text with something to fill in, `values` has
 * what. What is no text of the client stays as it is: the name of a person.
 */
export function sayIn(language) {
  const english = textsOf('en');
  const other = textsOf(language);
  const keys = new Map([...english].toReversed().map(([key, text]) => [text, key]));
  return (text, values = {}) =>
    (other.get(keys.get(text)) ?? text).replaceAll(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
