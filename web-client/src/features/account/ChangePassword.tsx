import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useEffect, useState } from 'react';
import { isProblem } from '@/shared/api';
import { useConfig } from '@/shared/config';
import { forgetDraft, useForm } from '@/shared/forms';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { useUser } from '@/shared/session';
import {
  Button,
  Card,
  ErrorSummary,
  missing,
  PasswordField,
  type SummaryEntry,
  useFieldWords,
  useProblemEntries,
  useProblemText,
} from '@/shared/ui';
import styles from './Account.module.css';
import { changePassword, SESSIONS } from './accountApi';
import { CALENDAR_LINK, type OwnLink } from './calendarApi';

const DRAFT = 'change-password';
const EMPTY = { current: '', wanted: '' };
const NOTHING: SummaryEntry[] = [];
const FIELDS: Partial<Record<string, { id: string; name: 'currentPassword' | 'newPassword' }>> = {
  currentPassword: { id: 'current-password', name: 'currentPassword' },
  password: { id: 'current-password', name: 'currentPassword' },
  newPassword: { id: 'new-password', name: 'newPassword' },
};

export function ChangePassword() {
  const t = useTranslations('account');
  const text = useProblemText();
  const entries = useProblemEntries();
  const say = useFieldWords();
  const user = useUser();
  const { notify } = useNotices();
  const client = useQueryClient();
  const min = useConfig()?.limits.passwordMin ?? 8;
  const form = useForm(DRAFT, EMPTY, { secret: ['current', 'wanted'] });
  const { current, wanted } = form.values;
  // Passwords are not kept, so there is nothing to ask about once the form is gone.
  useEffect(() => () => forgetDraft(DRAFT), []);
  const [problems, setProblems] = useState(NOTHING);
  const change = useMutation({
    mutationFn: () => changePassword(current, wanted),
    onSuccess: () => {
      form.discard();
      void client.invalidateQueries({ queryKey: SESSIONS });
      const link = client.getQueryData<OwnLink>(CALENDAR_LINK)?.createdAt ?? null;
      void client.invalidateQueries({ queryKey: CALENDAR_LINK });
      notify({ kind: 'done', text: t(link === null ? 'passwordChanged' : 'passwordAndLinkChanged') });
    },
    onError: (error) => {
      if (isProblem(error, 'wrong_password')) {
        setProblems([{ field: 'current-password', text: text(error) }]);
      } else if (isProblem(error, 'guessable_password')) {
        setProblems([{ field: 'new-password', text: text(error) }]);
      } else {
        setProblems(entries(error, (field) => FIELDS[field] && { id: FIELDS[field].id, label: t(FIELDS[field].name) }));
      }
    },
  });
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const found: SummaryEntry[] = [];
    if (current === '') {
      found.push({ field: 'current-password', text: say(missing('currentPassword'), t('currentPassword')) });
    }
    if (wanted.length < min) {
      found.push({ field: 'new-password', text: t('passwordShort', { min }) });
    }
    setProblems(found);
    if (found.length === 0) {
      change.mutate();
    }
  };
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.text;
  return (
    <Card stack>
      <h2>{t('changePassword')}</h2>
      <form className={styles.form} onSubmit={send} noValidate>
        <ErrorSummary entries={problems} />
        <input type="hidden" name="username" autoComplete="username" value={user.email} />
        <PasswordField
          id="current-password"
          label={t('currentPassword')}
          required
          autoComplete="current-password"
          value={current}
          onChange={(value) => form.set('current', value)}
          error={errorOf('current-password')}
        />
        <PasswordField
          id="new-password"
          label={t('newPassword')}
          required
          autoComplete="new-password"
          hint={t('passwordHint', { min })}
          value={wanted}
          onChange={(value) => form.set('wanted', value)}
          error={errorOf('new-password')}
        />
        <Button type="submit" busy={change.isPending}>
          {t('changePassword')}
        </Button>
      </form>
    </Card>
  );
}
