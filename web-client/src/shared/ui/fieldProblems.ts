import type { components } from '../api/openapi';
import type words from '../i18n/en.json';

type Code = components['schemas']['FieldErrorCode'];
type Kind = keyof (typeof words)['fieldProblems'];

/** Which words say what is wrong with a field, and their numbers. */
export interface FieldWords {
  kind: Kind;
  min?: number;
  max?: number;
}

/** What the server says of a field: the kind of rule that is broken, and the numbers that the rule names. */
export interface FieldProblem {
  field: string;
  code: string;
  params?: { min?: number | undefined; max?: number | undefined } | undefined;
}

/** A code that the server adds must get its words here: the compiler asks for it. */
const KINDS: Record<Code, Kind> = {
  required: 'missing',
  too_long: 'tooLong',
  too_short: 'tooShort',
  out_of_range: 'range',
  invalid_format: 'other',
  forbidden_characters: 'characters',
  unknown_value: 'other',
  unknown_field: 'other',
  wrong_type: 'other',
  duplicate: 'other',
  overlap: 'overlap',
  not_allowed: 'other',
};

/** Fields for which a rule has words of its own, by their name or by its last part. */
const OF_FIELD: Record<string, Partial<Record<Code, Kind>>> = {
  name: { required: 'noName' },
  'emergencyContacts.name': { required: 'noContactName' },
  'emergencyContacts.contactNumber': { required: 'noContactNumber' },
  password: { required: 'noPassword' },
  currentPassword: { required: 'noCurrentPassword' },
  newPassword: { required: 'noNewPassword' },
  newEmail: { required: 'noNewEmail' },
  code: { required: 'noCode' },
  specialization: { required: 'noSpecialization' },
  contactNumber: { invalid_format: 'phone', forbidden_characters: 'phone' },
  email: { required: 'noEmail', invalid_format: 'email', forbidden_characters: 'email' },
  date: { invalid_format: 'date', out_of_range: 'date' },
  dateOfBirth: { invalid_format: 'date', out_of_range: 'date' },
  startTime: { invalid_format: 'time' },
  endTime: { invalid_format: 'time', not_allowed: 'noLength' },
  timeZone: { invalid_format: 'zone', unknown_value: 'zone' },
  experience: { invalid_format: 'years', out_of_range: 'years', wrong_type: 'years' },
  windows: { required: 'noTimes', too_long: 'tooMany' },
  overrides: { too_long: 'tooMany' },
  emergencyContacts: { too_long: 'tooMany' },
};

export function wordsOf({ field, code, params = {} }: FieldProblem): FieldWords {
  const name = field.replaceAll(/\[\d+\]/g, '');
  const own = ownKind(name, code) ?? ownKind(name.slice(name.lastIndexOf('.') + 1), code);
  const kind = own ?? (Object.hasOwn(KINDS, code) ? KINDS[code as Code] : 'other');
  if (kind === 'years') {
    return { kind, min: 0, max: 80, ...numbersOf(params) };
  }
  const numbers = numbersOf(params);
  return kind === 'range' && (numbers.min === undefined || numbers.max === undefined)
    ? { kind: 'other' }
    : { kind, ...numbers };
}

function ownKind(name: string, code: string): Kind | undefined {
  return Object.hasOwn(OF_FIELD, name) ? OF_FIELD[name]?.[code as Code] : undefined;
}

/** What is said of a field that was left empty, before the server says it. */
export function missing(field: string): FieldWords {
  return wordsOf({ field, code: 'required' });
}

function numbersOf({ min, max }: NonNullable<FieldProblem['params']>): Pick<FieldWords, 'min' | 'max'> {
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}
