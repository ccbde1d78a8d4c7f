import type { components } from '@/shared/api/openapi';
import type { useTranslations } from '@/shared/i18n';
import { experienceProblem } from '@/shared/profile';
import { type FieldWords, missing } from '@/shared/ui';

export interface Entries {
  role: 'patient' | 'doctor';
  name: string;
  email: string;
  password: string;
  specialization: string;
  experience: string;
  qualification: string;
  about: string;
  timeZone: string;
  languages: string[];
}

const FIELDS = [
  'name',
  'email',
  'password',
  'specialization',
  'experience',
  'qualification',
  'about',
  'timeZone',
  'languages',
] as const;

/** Whether a field of the request is one that the person fills in. */
export function isField(name: string): name is (typeof FIELDS)[number] {
  return (FIELDS as readonly string[]).includes(name);
}

/** What the person must correct before anything is sent. */
export function check(
  values: Entries,
  passwordMin: number,
  t: ReturnType<typeof useTranslations<'account'>>,
  say: (words: FieldWords, label: string) => string,
) {
  const found: Partial<Record<keyof Entries, string>> = {};
  const required =
    values.role === 'doctor'
      ? (['name', 'email', 'password', 'specialization'] as const)
      : (['name', 'email', 'password'] as const);
  for (const field of required) {
    if (values[field].trim() === '') {
      found[field] = say(missing(field === 'password' ? 'newPassword' : field), t(field));
    }
  }
  if (found.email === undefined && !/^\S+@\S+\.\S+$/.test(values.email.trim())) {
    found.email = say({ kind: 'email' }, t('email'));
  }
  if (found.password === undefined && values.password.length < passwordMin) {
    found.password = t('passwordShort', { min: passwordMin });
  }
  const experience = experienceProblem(values.experience);
  if (values.role === 'doctor' && experience !== undefined) {
    found.experience = say(experience, t('experience'));
  }
  return found;
}

/** The entries in the form that the server expects, without members of the other role. */
export function requestOf(
  values: Entries,
  toStore: (specialty: string) => string,
): components['schemas']['SignUpRequest'] {
  const { role, name, email, password } = values;
  const account = { role, name, email, password };
  if (role === 'patient') {
    return account;
  }
  const { specialization, qualification, about, timeZone, languages } = values;
  return {
    ...account,
    specialization: toStore(specialization),
    qualification,
    about,
    timeZone,
    experience: Number(values.experience),
    // A node of the former release refuses them.
    ...(languages.length > 0 && { languages }),
  };
}
