import { type ReactNode, type SubmitEvent, useState } from 'react';
import { isProblem } from '@/shared/api';
import type { FieldErrors, Form } from '@/shared/forms';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { Button, ErrorSummary, type SummaryEntry, useProblemText } from '@/shared/ui';
import styles from './Profile.module.css';
import { useSaveProfile } from './profileApi';

type Words = ReturnType<typeof useTranslations<'profile'>>;

/** The frame of both profiles: checks, sends, and says what has to be mended, at the field and in one summary. */
export function ProfileForm<Values extends object>({
  form,
  path,
  check,
  bodyOf,
  labelOf,
  children,
}: {
  form: Form<Values>;
  path: '/api/doctors/me' | '/api/patients/me';
  check: (values: Values, t: Words) => FieldErrors<Values>;
  bodyOf: (values: Values) => object;
  labelOf: (field: keyof Values & string) => string;
  children: ReactNode;
}) {
  const t = useTranslations('profile');
  const text = useProblemText();
  const { notify } = useNotices();
  const [summary, setSummary] = useState<SummaryEntry[]>([]);
  const show = (found: FieldErrors<Values>) => {
    form.setErrors(found);
    setSummary(Object.entries<string | undefined>(found).map(([field, words]) => ({ field: `profile-${field}`, text: words ?? '' })));
  };
  const save = useSaveProfile(path, () => {
    form.forget();
    setSummary([]);
    notify({ kind: 'done', text: t('saved') });
  });

  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const found = check(form.values, t);
    show(found);
    if (Object.keys(found).length > 0) {
      return;
    }
    save.mutate(bodyOf(form.values), {
      onError: (error) => {
        const fields = (Object.keys(form.values) as (keyof Values & string)[]).filter(
          (field) => isProblem(error, 'invalid_request') && error.errors.some((one) => one.field.split(/[.[]/)[0] === field),
        );
        if (fields.length > 0) {
          show(Object.fromEntries(fields.map((field) => [field, t('check', { label: labelOf(field) })])) as FieldErrors<Values>);
        } else {
          setSummary([{ text: text(error) }]);
        }
      },
    });
  };
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <ErrorSummary entries={summary} />
      {children}
      <div>
        <Button type="submit" look="primary" busy={save.isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
