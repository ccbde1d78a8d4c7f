import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useEffect, useState } from 'react';
import { isProblem } from '@/shared/api';
import { useConfig } from '@/shared/config';
import { forgetDraft, useForm } from '@/shared/forms';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { useSession, useUser } from '@/shared/session';
import {
  Button,
  Card,
  ErrorSummary,
  missing,
  PasswordField,
  type SummaryEntry,
  TextField,
  useFieldWords,
  useProblemEntries,
  useProblemText,
} from '@/shared/ui';
import styles from './Account.module.css';
import { changeEmail } from './recoveryApi';

const DRAFT = 'change-email';
const EMPTY = { email: '', password: '' };
const EMAIL = 'own-email';
const PASSWORD = 'own-email-password';

/** The e-mail address, whether it is confirmed, and how another takes its place. */
export function OwnEmail() {
  const t = useTranslations('account');
  const user = useUser();
  const mail = useConfig()?.features.mail;
  return (
    <Card stack>
      <h2>{t('ownEmail')}</h2>
      <p className={styles.what}>{user.email}</p>
      {mail === true && !user.emailConfirmed && <p>{t('ownEmailUnconfirmed')}</p>}
      {user.pendingEmail !== null && <p className={styles.what}>{t('ownEmailWaits', { email: user.pendingEmail })}</p>}
      {mail === true && <ChangeEmail />}
      {mail === false && <p>{t('ownEmailOff')}</p>}
    </Card>
  );
}

function ChangeEmail() {
  const t = useTranslations('account');
  const text = useProblemText();
  const say = useFieldWords();
  const entries = useProblemEntries();
  const { check } = useSession();
  const { notify } = useNotices();
  const form = useForm(DRAFT, EMPTY, { secret: ['password'], guarded: false });
  const { email, password } = form.values;
  useEffect(() => () => forgetDraft(DRAFT), []);
  const [problems, setProblems] = useState<SummaryEntry[]>([]);
  const change = useMutation({
    mutationFn: () => changeEmail(email, password),
    onSuccess: () => {
      form.discard();
      notify({ kind: 'done', text: t('ownEmailAsked', { email: email.trim() }) });
      void check();
    },
    onError: (error) => {
      if (isProblem(error, 'wrong_password')) {
        setProblems([{ field: PASSWORD, text: text(error) }]);
      } else if (isProblem(error, 'email_taken')) {
        setProblems([{ field: EMAIL, text: text(error) }]);
      } else {
        setProblems(entries(error, (field) => (field === 'email' ? { id: EMAIL, label: t('newEmail') } : undefined)));
      }
    },
  });
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const found = [
      ...(email.trim() === '' ? [{ field: EMAIL, text: say(missing('newEmail'), t('newEmail')) }] : []),
      ...(password === '' ? [{ field: PASSWORD, text: say(missing('currentPassword'), t('currentPassword')) }] : []),
    ];
    setProblems(found);
    if (found.length === 0) {
      change.mutate();
    }
  };
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.text;
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <ErrorSummary entries={problems} />
      <TextField
        id={EMAIL}
        label={t('newEmail')}
        hint={t('newEmailHint')}
        required
        type="email"
        autoComplete="email"
        value={email}
        onChange={(value) => form.set('email', value)}
        error={errorOf(EMAIL)}
      />
      <PasswordField
        id={PASSWORD}
        label={t('currentPassword')}
        required
        autoComplete="current-password"
        value={password}
        onChange={(value) => form.set('password', value)}
        error={errorOf(PASSWORD)}
      />
      <Button type="submit" busy={change.isPending}>
        {t('newEmailAsk')}
      </Button>
    </form>
  );
}
