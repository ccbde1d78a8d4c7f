import { CircleCheck, KeyRound } from 'lucide-react';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useEffect, useState } from 'react';
import { isProblem } from '@/shared/api';
import { useConfig } from '@/shared/config';
import { forgetDraft, useForm } from '@/shared/forms';
import { useTranslations } from '@/shared/i18n';
import { useSession } from '@/shared/session';
import {
  Button,
  ButtonLink,
  EmptyState,
  EntryFrame,
  ErrorSummary,
  PageHeader,
  PasswordField,
  type SummaryEntry,
  useProblemEntries,
  useProblemText,
} from '@/shared/ui';
import styles from './Account.module.css';
import { resetPassword } from './accountApi';

const DRAFT = 'reset-password';
const FIELD = 'reset-password';

type State = 'asks' | 'done' | 'invalid';

/** Where a reset link leads. Its token stands behind the `#`, which browsers send to no server. */
export default function ResetPage() {
  const t = useTranslations('account');
  const [token] = useState(() => window.location.hash.slice(1));
  const [state, setState] = useState<State>(token === '' ? 'invalid' : 'asks');
  const toLogIn = <ButtonLink to="/login">{t('resetToLogIn')}</ButtonLink>;
  return (
    <EntryFrame>
      <PageHeader title={t('resetTitle')} />
      {state === 'asks' && <NewPassword token={token} onEnd={setState} />}
      {state === 'done' && (
        <EmptyState icon={<CircleCheck />} title={t('resetDone')} action={toLogIn}>
          {t('resetDoneText')}
        </EmptyState>
      )}
      {state === 'invalid' && (
        <EmptyState
          icon={<KeyRound />}
          title={t('resetInvalid')}
          action={
            <div className={styles.actions}>
              <ButtonLink to="/forgot">{t('resetAgain')}</ButtonLink>
              {toLogIn}
            </div>
          }
        >
          {t('resetInvalidText')}
        </EmptyState>
      )}
    </EntryFrame>
  );
}

function NewPassword({ token, onEnd }: { token: string; onEnd: (state: State) => void }) {
  const t = useTranslations('account');
  const text = useProblemText();
  const entries = useProblemEntries();
  const { check } = useSession();
  const min = useConfig()?.limits.passwordMin ?? 8;
  const form = useForm(DRAFT, { wanted: '' }, { secret: ['wanted'], guarded: false });
  const { wanted } = form.values;
  useEffect(() => () => forgetDraft(DRAFT), []);
  const [problems, setProblems] = useState<SummaryEntry[]>([]);
  const reset = useMutation({
    mutationFn: () => resetPassword(token, wanted),
    onSuccess: () => {
      form.discard();
      onEnd('done');
      // Whoever is logged in here may have been logged out by it.
      void check();
    },
    onError: (error) => {
      if (isProblem(error, 'invalid_token')) {
        onEnd('invalid');
      } else if (isProblem(error, 'guessable_password')) {
        setProblems([{ field: FIELD, text: text(error) }]);
      } else {
        setProblems(
          entries(error, (field) => (field === 'newPassword' ? { id: FIELD, label: t('newPassword') } : undefined)),
        );
      }
    },
  });
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const short = wanted.length < min;
    setProblems(short ? [{ field: FIELD, text: t('passwordShort', { min }) }] : []);
    if (!short) {
      reset.mutate();
    }
  };
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <p>{t('resetLead')}</p>
      <ErrorSummary entries={problems} />
      <PasswordField
        id={FIELD}
        label={t('newPassword')}
        required
        autoComplete="new-password"
        hint={t('passwordHint', { min })}
        value={wanted}
        onChange={(value) => form.set('wanted', value)}
        error={problems.find((problem) => problem.field === FIELD)?.text}
      />
      <Button type="submit" look="primary" wide busy={reset.isPending}>
        {t('resetSave')}
      </Button>
    </form>
  );
}
