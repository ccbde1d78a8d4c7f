import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wordsOf } from './fieldProblems';

const DOMAIN = '../domain/src/main/java/io/healthconnect/domain';
const HTTP = '../adapter-rest/src/main/java/io/healthconnect/rest/http';
/** Problems of fields that no form has. */
const NOT_TYPED = /^(?:must be (?:name, rating or|doctor, patient or|a date or an instant|after the start|somebody)|is not (?:a cursor|an identifier))/;

/** What a Java source says of fields; numbers that it puts together stand as 7. */
function problemsIn(file: string): string[] {
  const source = readFileSync(file, 'utf8').replaceAll(/"\s*\+\s*\w+(?:\s*\+\s*")?/g, (sum) => (sum.endsWith('"') ? '7' : '7"'));
  return [...source.matchAll(/new InvalidValueException\(\s*[^,]+,\s*"([^"]+)"\)/g)].map(([, problem]) => problem ?? '');
}

const files = [
  ...['account', 'doctor', 'patient', '.'].flatMap((folder) => readdirSync(join(DOMAIN, folder)).map((name) => join(DOMAIN, folder, name))),
  join(HTTP, 'Fields.java'),
  join(HTTP, 'TimeTexts.java'),
].filter((file) => file.endsWith('.java'));

describe('what the server says of a field', () => {
  it('has words, whatever a form can be refused for', () => {
    const said = files.flatMap(problemsIn).filter((problem) => !NOT_TYPED.test(problem));
    expect(said.length).toBeGreaterThan(20);
    expect(said.filter((problem) => wordsOf(problem).kind === 'other')).toEqual([]);
  });

  it('keeps its numbers', () => {
    expect(wordsOf('must have at most 80 characters')).toEqual({ kind: 'tooLong', max: 80 });
    expect(wordsOf('must be 0 to 80 years')).toEqual({ kind: 'years', min: 0, max: 80 });
    expect(wordsOf('must have 8 to 128 characters')).toEqual({ kind: 'length', min: 8, max: 128 });
    expect(wordsOf('is something new')).toEqual({ kind: 'other' });
  });
});
