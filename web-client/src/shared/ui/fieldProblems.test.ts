import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { wordsOf } from './fieldProblems';

const OPENAPI = '../adapter-rest/src/main/resources/openapi.yaml';

describe('what the server says of a field', () => {
  it.each([
    ['name', 'too_long', { max: 80 }, { kind: 'tooLong', max: 80 }],
    ['password', 'too_short', { min: 8 }, { kind: 'tooShort', min: 8 }],
    ['experience', 'out_of_range', { min: 0, max: 80 }, { kind: 'years', min: 0, max: 80 }],
    ['experience', 'wrong_type', undefined, { kind: 'years', min: 0, max: 80 }],
    ['slotMinutes', 'out_of_range', { min: 5, max: 480 }, { kind: 'range', min: 5, max: 480 }],
    ['dateOfBirth', 'out_of_range', undefined, { kind: 'date' }],
    ['emergencyContacts', 'too_long', { max: 5 }, { kind: 'tooMany', max: 5 }],
    ['emergencyContacts[1].contactNumber', 'invalid_format', undefined, { kind: 'phone' }],
    ['schedule[2].windows[0].endTime', 'not_allowed', undefined, { kind: 'noLength' }],
    ['schedule[2].windows[3]', 'overlap', undefined, { kind: 'overlap' }],
    ['notes', 'forbidden_characters', undefined, { kind: 'characters' }],
    ['reason', 'out_of_range', undefined, { kind: 'other' }],
    ['name', 'something_new', undefined, { kind: 'other' }],
    ['constructor', 'required', undefined, { kind: 'missing' }],
    ['gender', 'required', undefined, { kind: 'missing' }],
    ['name', 'required', undefined, { kind: 'noName' }],
    ['emergencyContacts[1].name', 'required', undefined, { kind: 'noContactName' }],
    ['emergencyContacts[0].contactNumber', 'required', undefined, { kind: 'noContactNumber' }],
  ] as const)('%s %s is said by its code', (field, code, params, words) => {
    expect(wordsOf({ field, code, params })).toEqual(words);
  });

  it('has codes, each with words', () => {
    const codes =
      /FieldErrorCode:[\s\S]*?enum:((?:\s+- \w+)+)/.exec(readFileSync(OPENAPI, 'utf8'))?.[1]?.match(/\w+/g) ?? [];
    expect(codes.length).toBeGreaterThan(5);
    for (const code of codes) {
      expect(wordsOf({ field: 'name', code, params: { min: 1, max: 2 } })).toHaveProperty('kind');
    }
  });
});
