import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { isProblem } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { useSession, useUser } from '@/shared/session';
import {
  Button,
  ErrorSummary,
  missing,
  PasswordField,
  type SummaryEntry,
  useFieldWords,
  useProblemText,
} from '@/shared/ui';
import styles from './Account.module.css';
import { turnOffSecondFactor } from './accountApi';

const FIELD = 'two-step-password';

/** What is shown while log-ins ask for a code; turning that off takes the password. */
export function TurnOffSecondFactor() {
  const t = useTranslations('account');
  const common = useTranslations('common');
  const text = useProblemText();
  const say = useFieldWords();
  const user = useUser();
  const { loggedIn } = useSession();
  const { notify } = useNotices();
  const [asks, setAsks] = useState(false);
  const [password, setPassword] = useState('');
  const [problems, setProblems] = useState<SummaryEntry[]>([]);
  const turnOff = useMutation({
    mutationFn: () => turnOffSecondFactor(password),
    onSuccess: () => {
      loggedIn({ ...user, secondFactor: false });
      notify({ kind: 'done', text: t('twoStepTurnedOff') });
    },
    onError: (error) =>
      setProblems([isProblem(error, 'wrong_password') ? { field: FIELD, text: text(error) } : { text: text(error) }]),
  });
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setProblems(password === '' ? [{ field: FIELD, text: say(missing('currentPassword'), t('currentPassword')) }] : []);
    if (password !== '') {
      turnOff.mutate();
    }
  };
  const cancel = () => {
    setAsks(false);
    setPassword('');
    setProblems([]);
  };
  if (!asks) {
    return (
      <>
        <p>{t('twoStepOn')}</p>
        <div className={styles.actions}>
          <Button look="harm-quiet" onClick={() => setAsks(true)}>
            {t('twoStepTurnOff')}
          </Button>
        </div>
      </>
    );
  }
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <ErrorSummary entries={problems} />
      <input type="hidden" name="username" autoComplete="username" value={user.email} />
      <PasswordField
        id={FIELD}
        label={t('currentPassword')}
        required
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={problems.find((problem) => problem.field === FIELD)?.text}
      />
      <div className={styles.actions}>
        <Button type="submit" look="harm" busy={turnOff.isPending}>
          {t('twoStepTurnOff')}
        </Button>
        <Button look="quiet" onClick={cancel}>
          {common('cancel')}
        </Button>
      </div>
    </form>
  );
}
