import { useMutation } from '@tanstack/react-query';
import { type ReactNode, type SubmitEvent, useEffect, useMemo, useState } from 'react';
import { cameFrom, Link, useLocation } from '@/shared/router';
import { isProblem } from '@/shared/api';
import { useForm } from '@/shared/forms';
import { useTranslations } from '@/shared/i18n';
import { useSession } from '@/shared/session';
import {
  Button,
  EntryFrame,
  ErrorSummary,
  missing,
  PageHeader,
  PasswordField,
  TextField,
  useFieldWords,
  useProblemText,
} from '@/shared/ui';
import styles from './Account.module.css';
import { logIn } from './accountApi';

/** The log-in form; the page that shows it decides what comes next. */
export default function LogIn({
  title,
  lead,
  email = '',
  children,
}: {
  title: string;
  lead?: string;
  email?: string;
  /** What else the person can do. */
  children?: ReactNode;
}) {
  const t = useTranslations('account');
  const text = useProblemText();
  const say = useFieldWords();
  const session = useSession();
  const { pathname, search, state } = useLocation();
  const from = pathname === '/login' ? cameFrom(state) : pathname + search;
  const form = useForm('log-in', { email, password: '', code: '' }, { secret: ['password', 'code'], guarded: false });
  /** The password was right, and a code is needed too. */
  const [asksCode, setAsksCode] = useState(false);
  const [unfilled, setUnfilled] = useState<{ field: string; text: string }[]>([]);
  const login = useMutation({
    mutationFn: (code: string) => logIn(form.values.email, form.values.password, code),
    onSuccess: (user) => {
      form.discard();
      session.loggedIn(user);
    },
    onError: (error) => {
      if (isProblem(error, 'second_factor_required', 'unauthenticated')) {
        setAsksCode(error.code === 'second_factor_required');
      }
    },
  });

  useEffect(() => {
    if (asksCode) {
      document.getElementById('login-code')?.focus();
    }
  }, [asksCode]);

  const entries = useMemo(() => {
    if (login.error === null) {
      return unfilled;
    }
    if (isProblem(login.error, 'second_factor_required')) {
      return login.variables === '' ? [] : [{ field: 'login-code', text: t('logInCodeWrong') }];
    }
    return [
      isProblem(login.error, 'unauthenticated')
        ? { field: 'login-password', text: t('wrongCredentials') }
        : { text: text(login.error) },
    ];
    // The text changes only with the error.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [login.error, unfilled]);

  const send = (event: SubmitEvent) => {
    event.preventDefault();
    login.reset();
    const wanted = asksCode ? (['email', 'password', 'code'] as const) : (['email', 'password'] as const);
    const empty = wanted.filter((field) => form.values[field].trim() === '');
    setUnfilled(
      empty.map((field) => ({
        field: `login-${field}`,
        text: say(missing(field), t(field === 'code' ? 'logInCode' : field)),
      })),
    );
    if (empty.length === 0) {
      login.mutate(asksCode ? form.values.code : '');
    }
  };

  return (
    <EntryFrame>
      <PageHeader title={title} lead={lead} />
      <form className={styles.form} onSubmit={send} noValidate>
        <ErrorSummary entries={entries} />
        <TextField
          id="login-email"
          label={t('email')}
          required
          type="email"
          autoComplete="username"
          value={form.values.email}
          onChange={(value) => form.set('email', value)}
          error={unfilled.find(({ field }) => field === 'login-email')?.text}
        />
        <PasswordField
          id="login-password"
          label={t('password')}
          required
          autoComplete="current-password"
          value={form.values.password}
          onChange={(value) => form.set('password', value)}
          error={entries.find((entry) => entry.field === 'login-password')?.text}
        />
        {asksCode && (
          <TextField
            id="login-code"
            label={t('logInCode')}
            hint={t('logInCodeHint')}
            required
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
            value={form.values.code}
            onChange={(value) => form.set('code', value)}
            error={entries.find((entry) => entry.field === 'login-code')?.text}
          />
        )}
        <Button type="submit" look="primary" wide busy={login.isPending}>
          {t('logIn')}
        </Button>
        <p>
          <Link to="/forgot">{t('forgotPassword')}</Link>
        </p>
        <p>
          {t('noAccount')}{' '}
          <Link to="/signup" state={{ from }}>
            {t('signUp')}
          </Link>
        </p>
        {children}
      </form>
    </EntryFrame>
  );
}
