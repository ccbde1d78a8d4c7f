import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useRef, useState } from 'react';
import { cameFrom, Link, Navigate, useLocation } from '@/shared/router';
import { isProblem } from '@/shared/api';
import { useConfig } from '@/shared/config';
import { useForm } from '@/shared/forms';
import { useTranslations } from '@/shared/i18n';
import { LanguagesField } from '@/shared/profile';
import { useSession } from '@/shared/session';
import { SpecialtyOptions, useSpecialties } from '@/shared/specialties';
import { OWN_ZONE, zoneOptions } from '@/shared/time';
import {
  Button,
  Combobox,
  EntryFrame,
  ErrorSummary,
  PageHeader,
  PasswordField,
  RadioGroup,
  type SummaryEntry,
  TextArea,
  TextField,
  useFieldWords,
  useProblemEntries,
  useProblemText,
} from '@/shared/ui';
import styles from './Account.module.css';
import { signUp } from './accountApi';
import { check, type Entries, isField, requestOf } from './signUpEntries';

const EMPTY: Entries = {
  role: 'patient',
  name: '',
  email: '',
  password: '',
  specialization: '',
  experience: '',
  qualification: '',
  about: '',
  timeZone: OWN_ZONE,
  languages: [],
};
const ZONES = zoneOptions(OWN_ZONE);

export default function SignUpPage() {
  const t = useTranslations('account');
  const problemText = useProblemText();
  const problemEntries = useProblemEntries();
  const say = useFieldWords();
  const { toStore } = useSpecialties();
  const session = useSession();
  const location = useLocation();
  const min = useConfig()?.limits.passwordMin ?? 8;
  const form = useForm('sign-up', EMPTY, { secret: ['password'] });
  const { values, errors, set } = form;
  const [summary, setSummary] = useState<SummaryEntry[]>([]);

  const show = (found: Partial<Record<keyof Entries, string>>, rest: SummaryEntry[] = []) => {
    form.setErrors(found);
    setSummary([...Object.entries(found).map(([field, text]) => ({ field: `signup-${field}`, text })), ...rest]);
  };

  const unanswered = useRef('');
  const create = useMutation({
    mutationFn: () => signUp(requestOf(values, toStore), unanswered.current === values.email),
    onSuccess: (user) => {
      form.discard();
      session.loggedIn(user);
    },
    onError: (error) => {
      if (isProblem(error) && error.passing) {
        unanswered.current = values.email;
      }
      if (isProblem(error, 'email_taken')) {
        show({ email: problemText(error) });
      } else if (isProblem(error, 'guessable_password')) {
        show({ password: problemText(error) });
      } else {
        const entries = problemEntries(error, (name) => (isField(name) ? { id: name, label: t(name) } : undefined));
        const [known, rest] = [
          entries.filter(({ field }) => field !== undefined),
          entries.filter(({ field }) => field === undefined),
        ];
        show(
          Object.fromEntries(known.map(({ field, text }) => [field, text])) as Partial<Record<keyof Entries, string>>,
          rest,
        );
      }
    },
  });

  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const found = check(values, min, t, say);
    show(found);
    if (Object.keys(found).length === 0) {
      create.mutate();
    }
  };

  if (session.user !== null) {
    return <Navigate to={cameFrom(location.state)} replace />;
  }
  const field = (name: Exclude<keyof Entries, 'role' | 'languages'>) => ({
    id: `signup-${name}`,
    label: t(name),
    value: values[name],
    onChange: (value: string) => set(name, value),
    error: errors[name],
  });
  return (
    <EntryFrame>
      <PageHeader title={t('signUpTitle')} />
      <form className={styles.form} onSubmit={send} noValidate>
        <ErrorSummary entries={summary} />
        <RadioGroup
          label={t('role')}
          row
          value={values.role}
          onChange={(role) => set('role', role)}
          options={[
            { value: 'patient', label: t('patient') },
            { value: 'doctor', label: t('doctor') },
          ]}
        />
        <TextField {...field('name')} required autoComplete="name" maxLength={100} />
        <TextField {...field('email')} required type="email" autoComplete="username" />
        <PasswordField {...field('password')} required autoComplete="new-password" hint={t('passwordHint', { min })} />
        {values.role === 'doctor' && (
          <>
            <TextField {...field('specialization')} required hint={t('specializationHint')} list="specialties" />
            <SpecialtyOptions id="specialties" />
            <TextField {...field('experience')} required inputMode="numeric" />
            <TextField {...field('qualification')} optional />
            <TextArea {...field('about')} optional hint={t('aboutHint')} />
            <LanguagesField
              id="signup-languages"
              chosen={values.languages}
              onChange={(languages) => set('languages', languages)}
              error={errors.languages}
            />
            <Combobox
              label={t('timeZone')}
              value={values.timeZone}
              onChange={(zone) => set('timeZone', zone)}
              options={ZONES}
            />
          </>
        )}
        <Button type="submit" look="primary" wide busy={create.isPending}>
          {t('signUp')}
        </Button>
        <p>
          {t('haveAccount')}{' '}
          <Link to="/login" state={{ from: cameFrom(location.state) }}>
            {t('logIn')}
          </Link>
        </p>
      </form>
    </EntryFrame>
  );
}
