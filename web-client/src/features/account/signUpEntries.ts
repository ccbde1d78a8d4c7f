import type { components } from '@/shared/api/openapi';
import type { useTranslations } from '@/shared/i18n';

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
}

export const FIELDS = ['name', 'email', 'password', 'specialization', 'experience', 'qualification', 'about', 'timeZone'] as const;

/** What the person must mend before anything is sent. */
export function check(values: Entries, passwordMin: number, t: ReturnType<typeof useTranslations<'account'>>) {
  const found: Partial<Record<keyof Entries, string>> = {};
  const required = values.role === 'doctor' ? (['name', 'email', 'password', 'specialization'] as const) : (['name', 'email', 'password'] as const);
  for (const field of required) {
    if (values[field].trim() === '') {
      found[field] = t('required', { label: t(field) });
    }
  }
  if (found.email === undefined && !/^\S+@\S+\.\S+$/.test(values.email.trim())) {
    found.email = t('emailWrong');
  }
  if (found.password === undefined && values.password.length < passwordMin) {
    found.password = t('passwordShort', { min: passwordMin });
  }
  if (values.role === 'doctor' && !(/^\d{1,2}$/.test(values.experience.trim()) && Number(values.experience) <= 80)) {
    found.experience = t('experienceWrong');
  }
  return found;
}

/** The entries as the server wants them: members of the other role left out. */
export function requestOf(values: Entries): components['schemas']['SignUpRequest'] {
  const { role, name, email, password } = values;
  const account = { role, name, email, password };
  if (role === 'patient') {
    return account;
  }
  const { specialization, qualification, about, timeZone } = values;
  return { ...account, specialization, qualification, about, timeZone, experience: Number(values.experience) };
}
