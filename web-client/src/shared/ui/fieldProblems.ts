import type words from '../i18n/en.json';

export interface FieldWords {
  kind: keyof (typeof words)['fieldProblems'];
  min?: number;
  max?: number;
}

/** What the server says of a field (`problem`), and the words for it. A test holds the two together. */
const KINDS: [RegExp, FieldWords['kind']][] = [
  [/^must (?:be given|not be empty)$/, 'missing'],
  [/^must have at most (?<max>\d+) characters$/, 'tooLong'],
  [/^must (?:have|be) (?<min>\d+) to (?<max>\d+) (?:printable )?characters$/, 'length'],
  [/^must be (?<min>\d+) to (?<max>\d+) years$/, 'years'],
  [/^must be (?<min>\d+) to (?<max>\d+)$/, 'range'],
  [/^must be at most (?<max>\d+)$/, 'tooMany'],
  [/^must have at most (?<max>\d+) windows a day$/, 'tooMany'],
  [/^must be a whole number$/, 'number'],
  [/^holds characters that are not allowed$/, 'characters'],
  [/^is not a telephone number$/, 'phone'],
  [/^is not an e-mail address$/, 'email'],
  [/^(?:must be a date like|is not a date of the calendar|is not a plausible date)/, 'date'],
  [/^(?:must be a time like|is not a time of the day|must be whole minutes)/, 'time'],
  [/^is not an IANA time zone$/, 'zone'],
  [/^has windows of one day that overlap$/, 'overlap'],
  [/^must differ from the start time$/, 'noLength'],
  [/^must not be empty unless it is time off$/, 'noTimes'],
];

export function wordsOf(problem: string): FieldWords {
  for (const [sentence, kind] of KINDS) {
    const found = sentence.exec(problem);
    if (found !== null) {
      const numbers = Object.entries(found.groups ?? {}).map(([name, value]) => [name, Number(value)]);
      return { kind, ...(Object.fromEntries(numbers) as Omit<FieldWords, 'kind'>) };
    }
  }
  return { kind: 'other' };
}
